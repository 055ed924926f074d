package import NIOCore

/// What watchers of a topic are told, as the bytes of one WebSocket frame, which all of them share.
package struct LiveMessage: Sendable {
    package let topic: Topic
    package let version: Int
    package let frame: ByteBuffer

    package init(of topic: Topic, version: Int, _ text: String) {
        self.init(of: topic, version: version, frame: ServerFrame.text(text))
    }

    /// - Parameter frame: of a message that was made before.
    package init(of topic: Topic, version: Int, frame: ByteBuffer) {
        self.topic = topic
        self.version = version
        self.frame = frame
    }
}
