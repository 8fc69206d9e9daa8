/// A check that a pack asks for by name. What each one tests is written in `Detection`, where the words are known.
package enum Validator: String, Sendable, Hashable, CaseIterable {
  /// Luhn check digit over all digits (payment cards, IMEI).
  case luhn
  /// National Provider Identifier: ten digits, Luhn with the prefix 80840.
  case npi
  /// DEA registration number: two letters and seven digits with its check digit.
  case dea
  /// SSN ranges: area not 000, 666 or 900...999, group not 00, serial not 0000.
  case ssn
  /// Medicare Beneficiary Identifier: the eleven-character format of CMS.
  case mbi
  /// Vehicle identification number: 17 characters with the check digit of 49 CFR 565.
  case vin
  /// North American numbering plan: area code and exchange begin with 2...9, no N11.
  case nanp
  /// A calendar date that exists, in any order of day, month and year, years 1800...2200.
  case calendarDate = "calendar-date"
  /// Month and day that exist: 1...12 and 1...31 in either order.
  case monthDay = "month-day"
  /// IPv4 address: four numbers of 0...255.
  case ipv4
  /// IBAN check digits (mod 97).
  case iban
  /// NHS number: ten digits, modulus 11.
  case nhs
  /// An age of 90 to 130.
  case age90 = "age-90"
  /// At least one digit among letters and digits.
  case hasDigit = "has-digit"
  /// At least one word can be a person's name: listed as one, or in no dictionary and no medical list.
  case nameLike = "name-like"
  /// No word is a medical word, drug, device or ordinary lower-case English word (unless listed as a name far more often).
  case notVocabulary = "not-vocabulary"
  /// No word is a heading, title, role, month or other word that structures documents.
  case notStructural = "not-structural"
  /// A listed town, county, state or country.
  case placeListed = "place-listed"
}
