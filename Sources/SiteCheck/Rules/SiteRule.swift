/// Something that is right or wrong with the pages together.
protocol SiteRule: Sendable {
    func check(_ inventory: Inventory, of site: Site, _ faults: inout FaultLog)
}
