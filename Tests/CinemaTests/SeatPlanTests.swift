import Cinema
import Testing

@Suite("A seat plan")
struct SeatPlanTests {
    @Test("is read row by row, with aisles, kinds and price categories")
    func reads() throws {
        let layout = try SeatPlan.layout(
            of: """
                A  .ss_s
                B  pp_wc

                C  sssss
                """)
        #expect(layout.rows.map(\.label) == ["A", "B", "C"])
        #expect(layout.rows.map(\.depth) == [0, 1, 3])
        #expect(layout.rows[0].seats.map(\.label) == ["A1", "A2", "A3"])
        #expect(layout.rows[0].seats.map(\.column) == [2, 3, 5])
        #expect(layout.rows[1].seats.map(\.kind) == [.seat, .seat, .wheelchair, .companion])
        #expect(layout.rows[1].seats.map(\.priceCategory) == ["premium", "premium", "standard", "standard"])
        #expect(layout.seatCount == 12)
    }

    @Test("of a plain room is a rectangle, its rows named like the columns of a spreadsheet")
    func rectangle() throws {
        let layout = try SeatPlan.layout(of: SeatPlan.rectangle(rows: 28, columns: 3))
        #expect(layout.seatCount == 84)
        #expect(layout.rows.map(\.label).suffix(3) == ["Z", "AA", "AB"])
    }

    @Test("may have the line ends of any system")
    func lineEnds() throws {
        #expect(try SeatPlan.layout(of: "A ss\r\nB ss\r\n").seatCount == 4)
    }

    @Test(
        "says what is wrong, and where",
        arguments: [
            ("A ssx", 1, 5, "'x' is no sign"), ("A ss\nA ss", 2, 1, "drawn twice"), ("A ...", 1, 1, "no seats"),
            ("", 1, 1, "no seats"), ("1 sssssssssss\n11 s", 2, 1, "'111'"), ("ROW-A ss", 1, 1, "no row label"),
        ])
    func problems(plan: String, line: Int, column: Int, message: String) throws {
        let problem = try #require(throws: SeatPlan.Problem.self) { try SeatPlan.layout(of: plan) }
        #expect(problem.line == line)
        #expect(problem.column == column)
        #expect(problem.message.contains(message))
    }

    @Test("for more seats than any room has is refused")
    func tooLarge() throws {
        let plan = SeatPlan.rectangle(rows: 101, columns: 50)
        #expect(throws: SeatPlan.Problem.self) { try SeatPlan.layout(of: plan) }
    }
}
