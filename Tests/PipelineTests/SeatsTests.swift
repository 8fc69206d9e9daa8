import Detection
import Synchronization
import Testing

@testable import Pipeline

/// As many documents are scrubbed at once as there are seats.
@Suite struct SeatsTests {
  @Test func `a seat that is given back is taken by the one who waits`() {
    let seats = Seats(1)
    let seat = seats.take {}
    var asked = 0
    let next = seats.take {
      asked += 1
      if asked == 1 { seats.giveBack(seat) }
    }
    #expect(asked == 1)
    #expect(next === seat)
    seats.giveBack(next)
  }

  @Test func `a desk has one seat at most, and leaves it when it goes`() {
    let seats = Seats(1)
    do {
      var desk = Desk(timeLimit: .seconds(600), at: seats)
      let seat = desk.sit()
      #expect(desk.sit() === seat)
      desk.rise()
      desk.rise()
      desk.sit()
    }
    seats.giveBack(seats.take { Issue.record("nobody sits there any more") })
  }

  @Test func `what seats have learnt is forgotten when nobody sits, and only then`() {
    let seats = Seats(2)
    #expect(!seats.clear(unusedFor: .zero))
    let first = seats.take {}
    let other = seats.take {}
    seats.giveBack(other)
    #expect(!seats.clear(unusedFor: .zero))
    seats.giveBack(first)
    #expect(!seats.clear(unusedFor: .seconds(600)))
    #expect(seats.clear(unusedFor: .zero))
    #expect(!seats.clear(unusedFor: .zero))
    let anew = seats.take {}
    #expect(anew !== first && anew !== other)
    seats.giveBack(anew)
  }
}
