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

    /// The names of all files with a word that begins so.
    func files(for beginning: String) -> [String] {
        guard !root.branches.isEmpty else { return ["-"] }
        var node = root
        var path: [Unicode.Scalar] = []
        for letter in beginning.unicodeScalars.prefix(WordIndex.longestWord) {
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
        node.branches.flatMap { branch in
            branch.inner.map { files(below: $0, path + [branch.letter]) } ?? [name(path + [branch.letter])]
        }
    }

    private func name(_ path: [Unicode.Scalar]) -> String { ShardTree.Shard(path: path, films: []).name }
}
