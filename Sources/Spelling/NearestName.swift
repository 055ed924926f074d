/// The name that somebody most likely meant by a misspelt one.
///
/// - Returns: `nil` if none is near: more than a third of its letters would have to change.
package func nearestName(to misspelt: String, among names: some Collection<String>) -> String? {
    let candidates = names.map { (name: $0, distance: editDistance(misspelt.lowercased(), $0.lowercased())) }
    let best = candidates.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return best.flatMap { $0.distance <= max(1, misspelt.count / 3) ? $0.name : nil }
}

/// Levenshtein's distance: how many letters must be put in, taken away or changed.
private func editDistance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var distances = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var diagonal = distances[0]
        distances[0] = row + 1
        for (column, other) in right.enumerated() {
            let substituted = diagonal + (letter == other ? 0 : 1)
            diagonal = distances[column + 1]
            distances[column + 1] = min(substituted, diagonal + 1, distances[column] + 1)
        }
    }
    return distances[right.count]
}
