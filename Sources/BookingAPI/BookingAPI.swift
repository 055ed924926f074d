@main struct BookingAPI { static func main() { print("hi") } }
