/// Where things lie when nobody says so.
enum DefaultPaths {
  private static let serviceRoot = "/var/lib/scrubd"

  /// systemd's state folder, the usual one for a service, or `var` in the working directory for everybody else.
  static func root(_ surroundings: Surroundings) -> String {
    if let state = surroundings.directory("STATE_DIRECTORY") { return state }
    if surroundings.value("NOTIFY_SOCKET") != nil { return serviceRoot }
    return Paths.absolute("var", from: surroundings.workingDirectory)
  }

  /// The key systemd passed as a credential, or a file under the root.
  static func keyFile(_ surroundings: Surroundings, root: String) -> String {
    if let credentials = surroundings.directory("CREDENTIALS_DIRECTORY") {
      let credential = Paths.absolute("scrubd.key", from: credentials)
      if Paths.exists(credential) { return credential }
    }
    return Paths.absolute("keys/audit.key", from: root)
  }

  /// Under systemd in the service's runtime folder, where anybody may read it; else nowhere.
  static func metricsFile(_ surroundings: Surroundings) -> String? {
    surroundings.directory("RUNTIME_DIRECTORY").map { Paths.absolute("scrubd.prom", from: $0) }
  }
}
