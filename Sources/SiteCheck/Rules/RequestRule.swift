/// A page of the programme is there after few requests.
struct RequestRule: PageRule {
    func check(_ page: Page, of site: Site, _ faults: inout FaultLog) {
        guard let most = page.budget.requests else { return }
        let requests = 1 + page.assets(of: site).count
        guard requests > most else { return }
        faults.add(
            .requests, page.document,
            "a first visit makes \(requests) requests for the page, its style sheets and scripts; \(most) are enough")
    }
}
