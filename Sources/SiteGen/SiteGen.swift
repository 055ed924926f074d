@main struct SiteGen { static func main() { print("hi") } }
