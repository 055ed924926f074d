import Cinema
import Foundation
import PaymentSimulator
import Payments
import WebOrigin
import WebService

/// What a buyer sees at the simulated bank.
enum ChallengePage {
    static func page(_ challenge: Challenge) -> HTMLPage {
        let amount = challenge.amount.map { " of <strong>\(HTMLPage.escaped("\($0)"))</strong>" } ?? ""
        let body =
            challenge.isOpen
            ? """
            <p>Your bank asks whether this payment\(amount) is yours.</p>
            <form method="post">
            <button name="outcome" value="complete">Complete</button>
            <button name="outcome" value="fail">Fail</button>
            <button name="outcome" value="cancel">Cancel</button>
            </form>
            """
            : """
            <p>Your bank has your answer.</p>
            \(wayBack(challenge))
            """
        return HTMLPage(
            title: "3-D Secure", style: style,
            body: """
                <main>
                <h1>Test bank</h1>
                <p>This page stands for 3-D Secure at your bank. Payments are simulated: no money moves.</p>
                \(body)
                </main>
                """,
            // The redirect after the form is a target of the form too.
            formTargets: challenge.returnURL.flatMap { try? WebAddress($0).origin.text }.map { [$0] } ?? [])
    }

    private static func wayBack(_ challenge: Challenge) -> String {
        guard let url = challenge.returnURL else { return "<p>You may close this page.</p>" }
        return #"<p><a href="\#(HTMLPage.escaped(url))">Back to the cinema</a></p>"#
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
