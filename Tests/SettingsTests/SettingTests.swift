import ArgumentParser
import Settings
import Testing

@Suite("A setting")
struct SettingTests {
    private static let name = Setting("name", default: "Rex", "What it is called.")
    private static let seats = NumberSetting("seats-per-hold", in: 1...100, default: 10, "How many seats.")
    private static let origins = Setting("origin", "Whence.")

    @Test("is what the command line says, else the environment, else its default")
    func order() throws {
        let settings = Settings(environment: ["MARQUEE_NAME": "Lux", "MARQUEE_SEATS_PER_HOLD": "4"])
        #expect(settings.text(Self.name, "Eden") == "Eden")
        #expect(settings.text(Self.name, nil) == "Lux")
        #expect(try settings.number(Self.seats, 6) == 6)
        #expect(try settings.number(Self.seats, nil) == 4)
        for bare in [Settings(environment: [:]), Settings(environment: ["MARQUEE_NAME": ""])] {
            #expect(bare.text(Self.name, nil) == "Rex")
            #expect(try bare.number(Self.seats, nil) == 10)
            #expect(bare.text(Self.origins, nil) == nil)
        }
    }

    @Test("may be a list, between commas or given several times")
    func lists() {
        let settings = Settings(environment: ["MARQUEE_ORIGIN": "a, b,"])
        #expect(settings.texts(Self.origins, []) == ["a", "b"])
        #expect(settings.texts(Self.origins, ["c", "d,e"]) == ["c", "d", "e"])
    }

    @Test("that is no number, or one out of its range, is refused by its name")
    func numbers() {
        let settings = Settings(environment: ["MARQUEE_SEATS_PER_HOLD": "few"])
        #expect(throws: SettingsError.self) { try settings.number(Self.seats, nil) }
        #expect(throws: ValidationError.self) { try settings.number(Self.seats, 101) }
    }

    @Test("says in the help how else it can be given, and what holds without it")
    func help() {
        #expect(Self.seats.setting.help == "How many seats. (MARQUEE_SEATS_PER_HOLD, default: 10)")
        #expect(Self.origins.help == "Whence. (MARQUEE_ORIGIN)")
        #expect(Self.name.meaning("Another.").help == "Another. (MARQUEE_NAME)")
    }
}
