import Pipeline
import Spool

extension Worker {
  /// What an earlier run left in `work/`, with what the audit has on record about it, however often the machine fails.
  /// Call it before anything is claimed.
  func unfinished() async -> [Job] {
    let trier = gate.newTrier()
    while true {
      do throws(PipelineError) {
        let jobs = try jobsInWork()
        gate.worked(trier)
        return jobs
      } catch {
        gate.failed(.pipeline(error), trier)
      }
      guard await mayRetry() else {
        gate.gaveUp(trier)
        return []
      }
    }
  }

  private func jobsInWork() throws(PipelineError) -> [Job] {
    let claims: [Claim]
    do throws(SpoolError) { claims = try place.spool.unfinished() } catch { throw .spool(error) }
    guard !claims.isEmpty else { return [] }
    journal.say(.recovering(count: claims.count))
    let decided = try place.runner.decided(claims)
    return claims.map { .unfinished($0, decided: decided[$0.id]) }
  }
}
