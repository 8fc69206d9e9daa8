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
}
