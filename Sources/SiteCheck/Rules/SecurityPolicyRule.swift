/// A page's policy lets no code run that stands in the page, and says the same as the one that the host sends.
struct SecurityPolicyRule: PageRule {
    func check(_ page: Page, of site: Site, _ faults: inout FaultLog) {
        if let weakness = page.policy?.weaknesses.first {
            faults.add(
                .securityPolicy, page.document, at: page.facts.policy?.offset ?? 0,
                "'\(weakness)' in the page's policy lets injected code run")
        }
        for rule in site.policies where rule.applies(to: page.document.path, of: site) {
            guard page.policy?.withoutHeaderDirectives != rule.policy.withoutHeaderDirectives else { continue }
            faults.add(
                .securityPolicy, page.document, at: page.facts.policy?.offset ?? 0,
                page.policy == nil
                    ? "this page has no policy, but line \(rule.line) of \(site.profile.headers) sends one with it"
                    : "this page has another policy than line \(rule.line) of \(site.profile.headers) sends with it")
        }
    }
}
