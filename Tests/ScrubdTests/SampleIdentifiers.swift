import Testing

/// The people and numbers of each sample: none of them may be read in what leaves.
struct SampleIdentifiers: Sendable, CustomTestStringConvertible {
  let sample: String
  let values: [String]
  var testDescription: String { sample }

  static let all = [
    SampleIdentifiers(
      sample: "ED note ankle.txt",
      values: [
        "Deshawn", "Okwuosa", "Etcheverry", "Keisha", "Feng", "Thorvaldsen", "555-0119",
        "77 Pine", "BO1234563", "3/14/2023", "Copper Kettle",
      ]),
    SampleIdentifiers(
      sample: "OPERATIVE DICTATION.TXT",
      values: [
        "HALLORAN", "CORMAC", "DECLAN", "ADEYEMI", "STOYANOV", "OYELARAN", "7719-0342", "555-0164",
        "09/18/2023", "448120",
      ]),
    SampleIdentifiers(
      sample: "case report draft.md",
      values: [
        "Halvorsen", "Mbeki", "Quintanilha", "Venkataraghavan", "Bjørkhaug", "ostmark-hospital",
        "Sandvika", "ØUH-2023-0417", "2022-07-21", "11.01.2023",
      ]),
    SampleIdentifiers(
      sample: "consult letter.txt",
      values: [
        "Papadimitriou", "Anastasios", "Despina", "MacGillivray", "Wetherell", "Balasubramaniam",
        "Priscilla", "Kestrel Close", "77813", "0773152", "30/09/1971", "5550 4471", "2451697B",
      ]),
    SampleIdentifiers(
      sample: "discharge summary.txt",
      values: [
        "Vandersloot", "Miriam", "Gerrit", "Achterberg", "Raghunathan", "Ishpeming", "Marquette",
        "30418827", "00099182736", "02/17/1948", "555-0142", "555-0177",
      ]),
    SampleIdentifiers(
      sample: "hospice visit.txt",
      values: [
        "pettigrew", "eudora", "208 sycamore", "dunmore", "18512", "kowalczyk", "555-0133", "iyer",
        "castellanos",
      ]),
    SampleIdentifiers(
      sample: "thread.txt",
      values: [
        "Lenny", "Port Aransas", "Marchenko", "eyedoc_yev", "Shelby", "shelbyfishes", "555-0188",
        "PortAransas",
      ]),
    SampleIdentifiers(
      sample: "visite de suivi.txt",
      values: [
        "Zoë", "Zozó", "Brandão", "Núñez", "Cañizares", "Søren", "Łukasik", "eulalia.example",
        "253 555 019", "5 de março de 1990",
      ]),
  ]
}
