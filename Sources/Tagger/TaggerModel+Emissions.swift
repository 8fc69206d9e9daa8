extension TaggerModel {
  /// Finds the places of the known ones among some keys.
  ///
  /// First the filter lets most unknown keys go, then what is left is looked up, and only then are rows summed: so the
  /// memory is asked for many at a time, and no jump hangs on whether a key is known, which cannot be foretold; half the
  /// time would be lost on wrong guesses.
  ///
  /// - Parameters:
  ///   - range: within the keys, and no longer than `TagSequence.mostFeatures`.
  ///   - places: room for so many.
  /// - Returns: how many places were written.
  @inline(__always) func find(
    _ keys: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, _ file: UnsafeRawBufferPointer,
    _ places: UnsafeMutablePointer<Int32>
  ) -> Int {
    // The header's counts were compared with the file's size when it was opened; whatever the shifts and the keys are,
    // a place is below `placeCount`.
    let base = unsafe file.baseAddress.unsafelyUnwrapped
    let placeKeys = unsafe (base + layout.keysOffset).assumingMemoryBound(to: UInt32.self)
    let shifts = unsafe (base + layout.shiftsOffset).assumingMemoryBound(to: UInt16.self)
    let candidates = unsafe filter.words.withUnsafeBufferPointer { filter in
      var count = 0
      var index = range.lowerBound
      while index < range.upperBound {
        let key = unsafe keys[index]
        unsafe places[count] = Int32(bitPattern: key)
        unsafe count &+= FeatureFilter.answer(key, filter)
        index &+= 1
      }
      return count
    }
    let placeCount = layout.placeCount
    let groupCount = layout.groupCount
    var count = 0
    for index in 0..<candidates {
      let key = unsafe UInt32(bitPattern: places[index])
      let shift = unsafe shifts[FeatureTable.group(of: key, groupCount)]
      let place = FeatureTable.place(of: key, shift, placeCount)
      unsafe places[count] = Int32(truncatingIfNeeded: place)
      // All ones if another key stands there, which takes the one back.
      let isOther = unsafe (0 &- Int(placeKeys[place] ^ key)) &>> 63
      count &+= 1 &+ isOther
    }
    return count
  }

  /// The sums of the weights at some places.
  @inline(__always) func scores(
    _ places: UnsafeMutablePointer<Int32>, _ count: Int, _ file: UnsafeRawBufferPointer
  ) -> TagScores {
    let rows = unsafe (file.baseAddress.unsafelyUnwrapped + ModelLayout.headerSize)
      .assumingMemoryBound(to: SIMD8<UInt16>.self)
    var scores = TagScores()
    var index = 0
    while index < count {
      unsafe scores.add(rows[Int(places[index])])
      index &+= 1
    }
    return scores
  }

  /// Scores as factors, the best label's being 1.
  @inline(__always) func factors(_ scores: TagScores) -> SIMD16<Float> {
    let highest = SIMD8<Int16>(repeating: scores.highest)
    let even = highest &- scores.even
    let odd = highest &- scores.odd
    return unsafe powers.values.withUnsafeBufferPointer { powers in
      let last = powers.count - 1
      let power = { (drop: Int16) in unsafe powers[min(Int(UInt16(bitPattern: drop)), last)] }
      return SIMD16(
        power(even[0]), power(odd[0]), power(even[1]), power(odd[1]),
        power(even[2]), power(odd[2]), power(even[3]), power(odd[3]),
        power(even[4]), power(odd[4]), power(even[5]), power(odd[5]),
        power(even[6]), power(odd[6]), power(even[7]), power(odd[7]))
    }
  }
}
