@testable import Search

/// Finds the files of a word as the browser does, from nothing but the tree's text.
final class FileReader {
    private final class Node {
        var branches: [(letter: Unicode.Scalar, inner: Node?)] = []
    }

    private let root = Node()

    init(_ tree: String) {
        var open = [root]
        for sign in tree.unicodeScalars {
            let node = open[open.count - 1]
            switch sign {
            case "(":
                let inner = Node()
                node.branches[node.branches.count - 1].inner = inner
                open.append(inner)
            case ")": open.removeLast()
            default: node.branches.append((sign, nil))
            }
        }
    }

    /// The names of the files to read, in this order, for films that have all words.
    func filesToRead(_ words: [String]) -> [String] {
        let each = words.sorted { $0.unicodeScalars.count > $1.unicodeScalars.count }.map(files)
        guard let fewest = each.min(by: { $0.count < $1.count }) else { return [] }
        if fewest.count < 2 { return fewest }
        let pairs = zip(words, words.dropFirst()).flatMap { files(forLetters: "\($0)+\($1)".unicodeScalars.map { $0 }) }
        var seen: Set<String> = []
        return (pairs + fewest).filter { seen.insert($0).inserted }
    }

    /// The names of all files with a word that begins so, in the order in which they are read.
    func files(for beginning: String) -> [String] {
        files(forLetters: Array(beginning.unicodeScalars.prefix(WordIndex.longestWord)))
    }

    private func files(forLetters letters: [Unicode.Scalar]) -> [String] {
        guard !root.branches.isEmpty else { return ["-"] }
        var node = root
        var path: [Unicode.Scalar] = []
        for letter in letters {
            let branch = node.branches.last { branch in
                branch.letter == letter || (branch.letter >= "0" && branch.letter < letter)
            }
            guard let branch, branch.letter == letter || branch.inner == nil else { return [] }
            path.append(branch.letter)
            guard let inner = branch.inner else { return [name(path)] }
            node = inner
        }
        return files(below: node, path)
    }

    private func files(below node: Node, _ path: [Unicode.Scalar]) -> [String] {
        // Neighbours of a word are in the files of the word too.
        let branches = node.branches.filter { $0.letter != ShardTree.neighbour }
        return (path.contains(ShardTree.wordEnd) ? branches.reversed() : branches).flatMap { branch in
            branch.inner.map { files(below: $0, path + [branch.letter]) } ?? [name(path + [branch.letter])]
        }
    }

    private func name(_ path: [Unicode.Scalar]) -> String { ShardTree.Shard(path: path, films: []).name }
}
