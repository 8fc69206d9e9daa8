import Documents
import Patterns

/// A log as a table: RFC 4180 without a field that needs quotes.
enum CSVExport {
  static var header: [UInt8] {
    Array(
      """
      seq,time,type,document,profile,reason,person,uid,rule,category,item,kind,start,length,operator,label,confidence,\
      role,bytes,sum
      """.utf8)
  }

  static func lines(_ record: AuditRecord) -> [[UInt8]] {
    let findings = (record.findings ?? []).map { row(record, of: $0) }
    let catches = (record.catches ?? []).map { caught in
      row(record) {
        $0[.rule] = caught.rule.text; $0[.category] = caught.category.rawValue
      }
    }
    let references = (record.references ?? []).map { reference in
      row(record) {
        $0[.rule] = reference.rule.text
        $0[.kind] = reference.kind.rawValue
        $0[.start] = String(reference.start)
        $0[.length] = String(reference.length)
      }
    }
    let rows = findings + catches + references
    return rows.isEmpty ? [row(record) { _ in }] : rows
  }

  private enum Column: CaseIterable {
    case seq, time, type, document, profile, reason, person, uid, rule, category, item, kind, start
    case length, action, label, confidence, role, bytes, sum
  }

  private static func row(_ record: AuditRecord, of finding: AuditRecord.Finding) -> [UInt8] {
    row(record) {
      $0[.rule] = finding.rule.text
      $0[.category] = finding.category.rawValue
      $0[.item] = finding.item.rawValue
      $0[.start] = String(finding.start)
      $0[.length] = String(finding.length)
      $0[.action] = finding.action.text
      $0[.label] = finding.label?.description
      $0[.confidence] = String(finding.confidence)
      $0[.role] = finding.role.rawValue
    }
  }

  private static func row(
    _ record: AuditRecord, _ fill: (inout [Column: String]) -> Void
  ) -> [UInt8] {
    var cells: [Column: String] = [
      .seq: String(record.seq), .time: record.time.text, .type: record.type.text,
    ]
    cells[.document] = record.document?.text
    cells[.profile] = (record.policy?.profile ?? record.profile)?.text
    let reasons = (record.reasons ?? []) + [record.reason].compactMap(\.self)
    cells[.reason] = reasons.map(\.text).joined(separator: " ")
    cells[.person] = record.by?.name?.text
    cells[.uid] = record.by.map { String($0.uid) }
    cells[.bytes] = record.size.map { String($0) }
    cells[.sum] = record.sum.map { String($0) }
    fill(&cells)
    return Array(Column.allCases.map { cells[$0] ?? "" }.joined(separator: ",").utf8)
  }
}
