/// The name that somebody most likely meant by a misspelt one.
///
/// - Returns: `nil` if none is near: more than a third of its letters would have to change.
package func nearestName(to misspelt: String, among names: some Collection<String>) -> String? {
    let candidates = names.map { (name: $0, distance: editDistance(misspelt.lowercased(), $0.lowercased())) }
    let best = candidates.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return best.flatMap { $0.distance <= max(1, misspelt.count / 3) ? $0.name : nil }
}

/// What to add to a message about a name that is not known: `; do you mean 'title'?`, or nothing if none is near.
package func suggestion(for misspelt: String, among names: some Collection<String>) -> String {
    nearestName(to: misspelt, among: names).map { "; do you mean '\($0)'?" } ?? ""
}

/// How many letters must be put in, taken away, changed, or swapped with their neighbour ("optimal string alignment").
private func editDistance(_ left: String, _ right: String) -> Int {
    let left = Array(left)
    let right = Array(right)
    var rows = [Array(0...right.count)]
    for row in 0..<left.count {
        var distances = [row + 1]
        for column in 0..<right.count {
            let isSame = left[row] == right[column]
            var distance = min(
                rows[row][column] + (isSame ? 0 : 1), rows[row][column + 1] + 1, distances[column] + 1)
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                distance = min(distance, rows[row - 1][column - 1] + 1)
            }
            distances.append(distance)
        }
        rows.append(distances)
    }
    return rows[left.count][right.count]
}
