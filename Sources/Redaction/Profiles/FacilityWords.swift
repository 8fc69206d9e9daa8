import Detection

/// Tells by its own words whether an organisation is a place of treatment: an employer or a school never is.
enum FacilityWords {
  private static let words: Set<String> = [
    "hospital", "hospitals", "clinic", "clinics", "infirmary", "hospice", "sanatorium",
    "sanitarium",
    "polyclinic", "medical", "health", "healthcare", "surgery", "surgical", "rehab",
    "rehabilitation", "dialysis", "radiology", "imaging", "cardiology", "oncology", "pediatrics",
    "paediatrics", "orthopedics", "orthopaedics", "dermatology", "ophthalmology", "dental", "ed",
    "icu", "ambulatory", "nursing", "pharmacy", "laboratory", "klinik", "klinikum", "krankenhaus",
    "spital", "hopital", "clinique", "hospitalier", "clinica", "ospedale", "policlinico",
    "ziekenhuis", "sykehus", "sjukhus", "szpital", "nemocnice",
  ]

  /// - Parameter name: UTF-8; accents do not matter.
  static func isFacility(_ name: ArraySlice<UInt8>) -> Bool {
    TextView(Array(name)).bytes.split { !ByteClass.isLetter($0) }.contains { word in
      words.contains(String(decoding: word.map { $0 | 0x20 }, as: UTF8.self))
    }
  }
}
