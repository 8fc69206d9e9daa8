/// What a marked piece of training text is; the raw values are the labels of the markup.
package enum TrainingLabel: String, CaseIterable, Sendable {
  case name = "NAME"
  case date = "DATE"
  case year = "YEAR"
  /// An age of 90 or more; younger ages are not marked.
  case age = "AGE"
  case id = "ID"
  case contact = "CONTACT"
  case location = "LOCATION"
  case state = "STATE"
  case country = "COUNTRY"
  case organization = "ORG"
  case profession = "PROFESSION"
  case revealing = "REVEALING"
}
