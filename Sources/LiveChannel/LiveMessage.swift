package import NIOCore

/// What watchers of a topic are told, as the bytes of one WebSocket frame, which all of them share.
package struct LiveMessage: Sendable {
    package let topic: Topic
    package let version: Int
    package let frame: ByteBuffer
    /// Something has changed up to this version that nobody here can put into words, for another process has done it.
    let isGap: Bool

    package init(of topic: Topic, version: Int, _ text: String) {
        self.init(of: topic, version: version, frame: ServerFrame.text(text))
    }

    /// - Parameter frame: of a message that was made before.
    package init(of topic: Topic, version: Int, frame: ByteBuffer) {
        self.topic = topic
        self.version = version
        self.frame = frame
        isGap = false
    }

    init(gapOf topic: Topic, upTo version: Int) {
        self.topic = topic
        self.version = version
        frame = ByteBuffer()
        isGap = true
    }
}
