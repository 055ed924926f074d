import Markup

/// A calendar is one that programs can import (RFC 5545).
enum CalendarRule {
    private struct Component {
        let name: String
        let offset: Int
        var properties: [String: String] = [:]
    }

    static func check(_ document: Document, _ faults: inout FaultLog) {
        let scanner = CalendarScanner(document.bytes)
        for fault in scanner.faults { faults.add(.calendar, document, at: fault.offset, fault.message) }
        var (open, uids, isEmpty) = ([Component](), Set<String>(), true)
        for property in scanner.properties {
            func complain(_ message: @autoclosure () -> String) {
                faults.add(.calendar, document, at: property.offset, message())
            }
            let value = property.value.uppercased()
            if property.name == "BEGIN" {
                isEmpty = false
                open.append(Component(name: value, offset: property.offset))
            } else if property.name == "END" {
                guard let component = open.popLast(), component.name == value else {
                    complain("END:\(value) closes nothing")
                    return
                }
                close(component, document, &uids, &faults)
            } else if open.isEmpty {
                complain("\(property.name) stands outside of BEGIN:VCALENDAR and END:VCALENDAR")
            } else {
                open[open.count - 1].properties[property.name] = property.value
            }
        }
        if let component = open.last {
            faults.add(.calendar, document, at: component.offset, "BEGIN:\(component.name) is never closed")
        }
        if isEmpty { faults.add(.calendar, document, "there is no calendar in this file") }
    }

    private static let required: [String: [String]] = [
        "VCALENDAR": ["VERSION", "PRODID"], "VEVENT": ["UID", "DTSTAMP", "DTSTART"], "VTIMEZONE": ["TZID"],
    ]

    private static func close(
        _ component: Component, _ document: Document, _ uids: inout Set<String>, _ faults: inout FaultLog
    ) {
        for name in required[component.name] ?? [] where component.properties[name, default: ""].isEmpty {
            faults.add(.calendar, document, at: component.offset, "this \(component.name) has no \(name)")
        }
        guard component.name == "VEVENT", let uid = component.properties["UID"] else { return }
        // One showing of a series has the UID of the series.
        if !uids.insert(uid + (component.properties["RECURRENCE-ID"] ?? "")).inserted {
            faults.add(.calendar, document, at: component.offset, "the UID '\(uid)' is in this file twice")
        }
    }
}
