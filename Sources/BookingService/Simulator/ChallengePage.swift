import Cinema
import Foundation
import PaymentSimulator
import Payments
import Text
import WebOrigin
import WebService
import Words

/// What a buyer sees at the simulated bank.
enum ChallengePage {
    static func page(_ challenge: Challenge, _ words: BookingWords) -> HTMLPage {
        let said = words.bank
        let question =
            challenge.amount.map { said.askAmount("<strong>\(HTMLEscaping.escape("\($0)"))</strong>") } ?? said.ask
        let body =
            challenge.isOpen
            ? """
            <p>\(question)</p>
            <form method="post">
            <button name="outcome" value="complete">\(said.complete)</button>
            <button name="outcome" value="fail">\(said.fail)</button>
            <button name="outcome" value="cancel">\(said.cancel)</button>
            </form>
            """
            : """
            <p>\(said.answered)</p>
            \(wayBack(challenge, said))
            """
        return HTMLPage(
            language: words.language, title: said.title, style: style,
            body: """
                <main>
                <h1>\(said.heading)</h1>
                <p>\(said.lead)</p>
                \(body)
                </main>
                """,
            // The redirect after the form is a target of the form too.
            formTargets: challenge.returnURL.flatMap { try? WebAddress($0).origin.text }.map { [$0] } ?? [])
    }

    private static func wayBack(_ challenge: Challenge, _ said: BankWords) -> String {
        guard let url = challenge.returnURL else { return "<p>\(said.close)</p>" }
        return #"<p><a href="\#(HTMLEscaping.escape(url))">\#(said.back)</a></p>"#
    }

    private static let style = """
        :root{color-scheme:light dark}
        body{font:1.1rem/1.5 system-ui,sans-serif;margin:0;background:Canvas;color:CanvasText}
        main{max-width:30rem;margin:0 auto;padding:1.5rem 1rem}h1{font-size:1.6rem;margin:0 0 .5rem}
        form{display:grid;gap:.75rem;margin:1.5rem 0}
        button{font:inherit;min-height:3rem;border:2px solid currentColor;border-radius:.5rem;background:none;\
        color:inherit;cursor:pointer}
        """
}
