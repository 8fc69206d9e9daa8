import Lexicons
import Patterns

/// Runs the checks that packs ask for by name on an identifier.
struct IdentifierChecks: Sendable {
  let lexicon: Lexicon
  private let index = TokenIndex()

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Whether the identifier at `range` passes.
  ///
  /// - Parameters:
  ///   - range: bytes of the view.
  ///   - bytes: the whole view.
  ///   - tokens: the tokens of the view.
  func passes(_ validator: Validator, _ range: Range<Int>, _ bytes: [UInt8], _ tokens: [Token])
    -> Bool
  {
    let identifier = bytes[range]
    return switch validator {
    case .luhn: CheckDigits.luhn(identifier)
    case .npi: CheckDigits.npi(identifier)
    case .dea: CheckDigits.dea(identifier)
    case .vin: CheckDigits.vin(identifier)
    case .iban: CheckDigits.iban(identifier)
    case .nhs: CheckDigits.nhs(identifier)
    case .ssn: NumberRanges.ssn(identifier)
    case .mbi: NumberRanges.mbi(identifier)
    case .nanp: NumberRanges.nanp(identifier)
    case .ipv4: NumberRanges.ipv4(identifier)
    case .age90: NumberRanges.age90(identifier)
    case .calendarDate: CalendarCheck(identifier).isDate
    case .monthDay: CalendarCheck(identifier).isMonthDay
    case .hasDigit: identifier.contains(where: ByteClass.isDigit)
    case .nameLike: words(range, bytes, tokens).isNameLike
    case .notVocabulary: words(range, bytes, tokens).isNoVocabulary
    case .notStructural: words(range, bytes, tokens).isNotStructural
    case .placeListed: words(range, bytes, tokens).isListedPlace
    }
  }

  private func words(_ range: Range<Int>, _ bytes: [UInt8], _ tokens: [Token]) -> WordChecks {
    WordChecks(
      lexicon: lexicon, bytes: bytes, tokens: tokens, range: index.tokens(in: range, tokens))
  }
}
