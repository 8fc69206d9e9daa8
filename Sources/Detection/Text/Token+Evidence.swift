import Lexicons

/// Readings of the lexicon weights that several recognizers share.
///
/// The cuts are on binned logarithms (`WordFacts.Weight`); they say "common", "rare", not exact counts.
extension Token {
  var given: Int { facts.weight(.given) }
  var surname: Int { facts.weight(.surname) }
  var place: Int { facts.weight(.place) }

  /// An English word that is mostly written in lower case (`will`, `brown`, `price`): as a name it needs a reason.
  var isOrdinaryWord: Bool {
    let english = facts.weight(.english)
    let share = facts.weight(.titleShare)
    if facts.weight(.dictionary) == 0 { return english >= 8 && share <= 3 }
    return share <= 7 && english >= 3 || share == 0
  }

  /// A word the clinic uses: a drug, a device, a disease, anatomy, a unit. A name may still be spelt so.
  var isMedical: Bool {
    facts.has(.medical) || facts.has(.drug) || facts.has(.device) || facts.has(.anatomy)
      || facts.has(.unit)
  }

  /// A word that heads or labels things in documents and is never itself a person's name there. Of the months, those
  /// that many people are called (`April`, `June`) may be.
  var isStructural: Bool {
    facts.has(.heading) || (facts.has(.month) && given < 9) || facts.has(.weekday)
      || facts.has(.facilityHead)
      || facts.has(.organizationHead) || facts.has(.streetSuffix) || facts.has(.title)
      || facts.has(.credential) || facts.has(.relation) || facts.has(.personRole)
  }

  /// In no list at all: what an unlisted surname looks like.
  var isUnlisted: Bool { facts == .unknown }

  /// In no dictionary, and hardly anybody's name.
  var isRareWord: Bool {
    facts.weight(.dictionary) == 0 && facts.weight(.english) == 0 && !isMedical
      && max(given, surname) < 3
  }

  /// Written as a name is written, on a line where capitals tell something.
  var isWrittenAsName: Bool {
    kind == .word && !shape.contains(.capsLine)
      && !shape.isDisjoint(with: [.capitalised, .mixedCase])
  }

  /// Stands right behind the token before it, with one space at most and no line break between.
  var continuesLine: Bool { shape.isDisjoint(with: [.lineStart, .gapBefore]) }

  /// No white space between it and the token before it.
  var isAttached: Bool { !shape.contains(.spaceBefore) }
}
