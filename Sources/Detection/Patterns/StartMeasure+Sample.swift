extension StartMeasure {
  /// Lines of numbers, as laboratories print them.
  static let table = Array(
    String(repeating: "14.2  11.8  310  4.1  136\n 8.9 12  298  3.9  141\n", count: 40).utf8)

  /// An invented note with what rules begin at: lists, labels, names, dates, sentences.
  static let note = Array(
    """
    DISCHARGE SUMMARY
    Patient: Odalys Brennecke    MRN: 00418273    DOB: 04/11/1958
    Admitted: 2021-03-02, discharged: 2021-03-09. Attending: Dr. Ruben Castellane.

    HISTORY OF PRESENT ILLNESS
    The patient is a 62-year-old woman who was brought in by her daughter after three days of fever and a productive
    cough. She lives with her husband in a small house near the river and used to work as a teacher. On arrival she was
    alert, her blood pressure was 142/88, pulse 104 and temperature 38.6. She had seen her family doctor on March 1 and
    was given amoxicillin 500 mg three times a day, without much effect.

    LABS
    1. WBC 14.2, hemoglobin 11.8, platelets 310
    2. Sodium 136, potassium 4.1, creatinine 0.9
    3. CRP 88
    03/02 14.2 11.8 310
    03/03 12.9 11.6 298
    03/05 10.4 11.7 305
    1/3 of the left lower lobe is consolidated.

    MEDICATIONS
    - Ceftriaxone 1 g IV q24h
    - Metoprolol 25 mg PO BID
    - Insulin glargine 12 units at night

    PLAN
    Follow up with Dr. Castellane in two weeks, call 555-0142 or write to the clinic. Chest film again in six weeks. She
    was told to come back at once if the fever returns, if she is short of breath or if she cannot keep fluids down.
    Signed: R. Castellane, MD    03/09/2021 16:40
    """.utf8)
}
