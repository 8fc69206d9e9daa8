import TestSupport
import Testing

/// Promise 8: the medicine survives. Sentences without an identifier come through `publication` as they are.
@Suite struct MedicineSurvivesTests {
  static let eponyms = [
    "Hodgkin lymphoma was ruled out, and so was Burkitt lymphoma.",
    "Parkinson disease, Hoehn and Yahr stage 2.",
    "Known Crohn's disease without signs of Sjögren's or Behçet's.",
    "The Babinski sign was absent and Romberg was negative.",
    "A Foley catheter and a Jackson-Pratt drain were placed.",
    "Murphy sign positive, McBurney point tender.",
    "Glasgow Coma Scale 15, Apgar 8 and 9.",
    "Bell palsy on the left, House-Brackmann grade III.",
    "Wilson disease, Graves disease and Addison disease were considered.",
    "Guillain-Barré syndrome after a Campylobacter infection.",
    "Stevens-Johnson syndrome was feared.",
    "Kernig and Brudzinski signs were absent.",
    "Barrett esophagus after a Nissen fundoplication.",
    "Down syndrome and tetralogy of Fallot.",
    "A Whipple procedure was planned.",
    "Marfan syndrome with a Bentall procedure.",
    "Raynaud phenomenon and Heberden nodes.",
    "A Salter-Harris type II fracture and a Colles fracture.",
    "Cushing syndrome was excluded by dexamethasone suppression.",
    "Lyme disease serology was negative.",
  ]

  static let drugs = [
    "She takes metoprolol 25 mg twice a day and apixaban 5 mg.",
    "Lasix 40 mg IV was given, then furosemide 20 mg PO daily.",
    "Started on Humira after methotrexate 10 mg weekly failed.",
    "Eliquis 5 mg BID, Sinemet 25/100 TID, Lantus 20 units at night.",
    "Allergic to penicillin; tolerates Keflex and Augmentin.",
    "Allegra and Flonase for hay fever, Tylenol as needed.",
    "Vancomycin 1 g q12h and piperacillin-tazobactam 4.5 g q6h.",
    "Pembrolizumab 200 mg every 3 weeks for 6 cycles.",
    "Insulin glargine 20 units, insulin lispro by scale.",
    "Jardiance 10 mg and Ozempic 0.5 mg weekly.",
  ]

  static let figures = [
    "BP 132/84, HR 88, RR 16, SpO2 98% on room air.",
    "WBC 16.2, Hgb 10.9, platelets 240, creatinine 1.1 mg/dL.",
    "Troponin 0.02 ng/mL, lactate 1.9 mmol/L, A1c 7.4%.",
    "ANA 1:160 speckled, RF 84, anti-CCP > 300, ESR 46.",
    "Ejection fraction 35-40%, E/e' 14.",
    "Temperature 38.9 C, pain 7/10, strength 5/5.",
    "TNM pT2 N1 M0, Gleason 3+4=7, Ki-67 of 2 %.",
    "MELD 14, Child-Pugh B, CHA2DS2-VASc 4.",
    "Visual acuity 20/25 right and 20/40 left.",
    "pH 7.31, pCO2 52, HCO3 24 on 3 L of oxygen.",
    "A 9 mm nodule in segment VIII, T2 hyperintense at L4-L5.",
    "APACHE II score 18, SOFA 6, NIHSS 4.",
  ]

  static let genes = [
    "BRCA1 and BRCA2 were wild type; TP53 was mutated.",
    "EGFR exon 19 deletion, ALK negative, PD-L1 60%.",
    "The V600E variant of BRAF was found.",
    "HLA-B27 positive, JAK2 V617F negative.",
    "CYP2C19 poor metabolizer; KRAS G12C.",
  ]

  static let course = [
    "A man in his fifties came with a spreading rash on the trunk.",
    "The patient may need surgery, and will return in six weeks.",
    "Mother and father are healthy; a brother has asthma.",
    "She was admitted to the intensive care unit and extubated the next morning.",
    "Rose-coloured spots on the abdomen; brown discoloration of the shins.",
    "A 41-year-old woman with recurrent hypoglycaemia.",
    "The left main coronary artery and the circle of Willis were patent.",
    "Streptococcus pneumoniae and Escherichia coli grew in culture.",
    "Laparoscopic cholecystectomy under general anesthesia.",
    "Positive for SARS-CoV-2 by PCR; influenza A and B negative.",
  ]

  @Test(arguments: eponyms + drugs + figures + genes + course)
  func `the sentence stays as it is`(_ sentence: String) throws {
    #expect(try RealPolicy.redacted(sentence) == sentence)
  }

  @Test func `eponyms stay even when somebody of that name signs the note`() throws {
    let note = """
      Biopsy shows Hodgkin lymphoma, nodular sclerosis type.
      Signed: Dr. Peter Hodgkin
      """
    let redacted = try RealPolicy.redacted(note)
    #expect(redacted.contains("Biopsy shows Hodgkin lymphoma, nodular sclerosis type."))
    #expect(!redacted.contains("Peter"))
    #expect(redacted.ranges(of: "Hodgkin").count == 1)
  }
}
