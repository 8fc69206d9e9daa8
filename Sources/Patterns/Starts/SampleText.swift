/// Invented texts by which it is judged how often what a regex needs stands in ordinary ones.
package enum SampleText {
  /// Lines of numbers, as laboratories print them.
  package static let table = Array(
    String(repeating: "14.2  11.8  310  4.1  136\n 8.9 12  298  3.9  141\n", count: 40).utf8)

  /// An invented note with what rules begin at: lists, labels, names, dates, sentences.
  package static let note = Array(
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

  /// An invented post, told as people tell of their work and their days.
  package static let story = Array(
    """
    I have been a nurse on the night shift for eleven years and I thought that I had seen all of it, but this one stayed
    with me. A man came in on Monday with his wife and two of their children because he had lost the feeling in his left
    hand while he was working in the garden. He said that it was nothing, that he just wanted to go home and get some
    sleep, and we almost let him. The first thing you learn is to ask again. When did it start? What were you doing
    before? Who was there? His daughter told us that he had dropped a cup the day before and laughed about it, and that
    was not like him at all. So the doctor took another look, and then there was no more talk of going home.

    What followed was a long week. They made a scan of the head and of the neck, gave him something for the blood
    pressure and moved him up to the third floor, where he was the only patient who could still make a joke at four in
    the morning. I know that most people who come to us with this are older than he was; he would have been back at work
    in a few days if nobody had looked. He asked me what I would do if it were my father, and I said that I would call
    everyone I know. Then he asked for a glass of water, and I had to tell him that he could not have that either.

    It was the same month in which we had been short of beds, so one of our young doctors stayed with him for hours and
    wrote down every change. After the operation he was able to lift his arm over his head. His family came each day,
    brought food for the whole team and made us promise to write a letter when we were old. He left on a Friday, walked
    out by himself, and waved to us through the window. Some of us cried a little, which we do not often do.

    If there is a lesson in this, it is that you should take your time with those who say that they are well. I am glad
    that I did, and I will do so again tomorrow. Thank you for reading, and please be kind to whoever works nights.
    """.utf8)
}
