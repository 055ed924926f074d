// swift-tools-version: 6.2
import PackageDescription

/// Strict for our own code alone: a warning in a dependency is not ours to fail on.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let nio = ["NIOCore", "NIOHTTP1", "NIOPosix"].map {
    Target.Dependency.product(name: $0, package: "swift-nio")
}
let nioWebSocket = Target.Dependency.product(name: "NIOWebSocket", package: "swift-nio")
let nioHTTPTypes = ["NIOHTTPTypes", "NIOHTTPTypesHTTP1"].map {
    Target.Dependency.product(name: $0, package: "swift-nio-extras")
}
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")

let package = Package(
    name: "marquee",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "sitegen", targets: ["SiteGen"]),
        .executable(name: "booking-api", targets: ["BookingAPI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Files as the system has them: what lies at a path, read without waiting.
        .target(name: "Files", swiftSettings: strict),

        // How text is written: in addresses, in codes, in JSON, HTML and XML.
        .target(name: "Text", swiftSettings: strict),

        // The words of a cinema, as values.
        .target(name: "Cinema", dependencies: ["Text"], swiftSettings: strict),

        // Sites and their addresses on the web, as browsers write them.
        .target(name: "WebOrigin", dependencies: ["Text"], swiftSettings: strict),

        // What every SQLite file of ours needs: text as this house compares it, and errors in words.
        .target(
            name: "SQLiteSupport",
            dependencies: ["Cinema", "Files", grdb, .product(name: "GRDBSQLite", package: "GRDB.swift")],
            swiftSettings: strict),

        // Chance that falls the same for the same seed.
        .target(name: "Randomness", swiftSettings: strict),

        // Which films have which words, in files that a browser can search.
        .target(name: "Search", dependencies: ["Text"], swiftSettings: strict),

        // What is on: catalog.sqlite, and the ways into it.
        .target(
            name: "Catalog", dependencies: ["Cinema", "Files", "SQLiteSupport", "Text", grdb], swiftSettings: strict
        ),
        .target(
            name: "CatalogImport",
            dependencies: [
                "Catalog", "Cinema", "CZlib", "Files", "Text", crypto, grdb,
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "DemoCatalog",
            dependencies: ["Catalog", "CatalogImport", "Cinema", "Randomness"],
            resources: [.embedInCode("chain.yaml"), .embedInCode("films.yaml")],
            swiftSettings: strict
        ),

        // The site.
        .target(name: "Compression", dependencies: ["CBrotli", "CZlib"], swiftSettings: strict),
        // Text formats byte by byte; pictures, and what they may be.
        .target(name: "Markup", dependencies: ["CExpat"], swiftSettings: strict),
        .target(name: "Pictures", dependencies: ["Markup"], swiftSettings: strict),
        .target(name: "Posters", dependencies: ["Randomness", "Text"], swiftSettings: strict),
        .target(
            name: "SiteCheck", dependencies: ["Compression", "Files", "Markup", "Text", "WebOrigin"],
            swiftSettings: strict),
        .target(name: "Syndication", dependencies: ["Cinema", "Text"], swiftSettings: strict),
        // What is said to visitors and buyers: the table, and sentences with places for values.
        .target(
            name: "Words",
            dependencies: ["Cinema", "Files", "Text", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("en.yaml")], swiftSettings: strict),
        .target(name: "Templating", dependencies: ["Files", "Text", "Words"], swiftSettings: strict),
        // Its pages: at which addresses, what they say, in which files.
        .target(
            name: "SitePages",
            dependencies: [
                "Catalog", "Cinema", "Files", "Pictures", "Posters", "Search", "Syndication", "Templating",
                "Text", "WebOrigin", "Words",
            ],
            swiftSettings: strict
        ),
        // From a catalog and a few folders to a finished site, and from a change to what is another by it.
        .target(
            name: "SiteBuild",
            dependencies: [
                "Catalog", "Cinema", "Compression", "Files", "Pictures", "SitePages", "Templating", "Text", "Words",
                crypto,
            ],
            swiftSettings: strict
        ),
        // A finished site in the browser, for people at work on it.
        .target(
            name: "SiteServe",
            dependencies: [
                "Files", "SitePages", hummingbird, logging, serviceLifecycle, unixSignals,
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "SiteGen",
            dependencies: [
                "Catalog", "CatalogImport", "Cinema", "DemoCatalog", "Files", "Settings", "SiteBuild", "SiteCheck",
                "SitePages", "SiteServe", "Templating", "WebOrigin", argumentParser, unixSignals,
            ],
            swiftSettings: strict
        ),

        // Calls that may be repeated, and what a store keeps of their answers.
        .target(name: "Idempotency", swiftSettings: strict),

        // What every service that answers HTTP needs, and nothing of what it is about.
        .target(
            name: "WebService",
            dependencies: [
                "Idempotency", "Settings", "Text", "WebOrigin", argumentParser, crypto, hummingbird, logging,
                metrics, serviceLifecycle,
            ] + nio + nioHTTPTypes,
            swiftSettings: strict),

        // WebSockets on which clients watch what changes.
        .target(
            name: "LiveChannel", dependencies: ["WebService", crypto, hummingbird, logging, nioWebSocket] + nio,
            swiftSettings: strict
        ),

        // The booking.
        .target(
            name: "Booking", dependencies: ["Cinema", "Files", "Idempotency", "Text", crypto], swiftSettings: strict),
        .target(
            name: "BookingSQLite",
            dependencies: ["Booking", "Cinema", "Files", "Idempotency", "SQLiteSupport", "Text", grdb],
            swiftSettings: strict),
        .target(name: "Payments", dependencies: ["Cinema"], swiftSettings: strict),
        .target(
            name: "PaymentSimulator", dependencies: ["Cinema", "Files", "Payments", "SQLiteSupport", grdb],
            swiftSettings: strict),
        .target(
            name: "Tickets",
            dependencies: ["CBilevelPNG", "CQRencode", "Files", "Text", crypto],
            swiftSettings: strict
        ),
        // Money and seats, brought together.
        .target(
            name: "Checkout", dependencies: ["Booking", "Cinema", "Idempotency", "Payments", logging, metrics],
            swiftSettings: strict),
        // The booking, as it answers HTTP.
        .target(
            name: "BookingService",
            dependencies: [
                "Booking", "Catalog", "Checkout", "Cinema", "Files", "Idempotency", "LiveChannel", "PaymentSimulator",
                "Payments", "Syndication", "Text", "Tickets", "WebOrigin", "WebService", "Words", crypto,
                hummingbird,
                logging, metrics, serviceLifecycle, .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "BookingAPI",
            dependencies: [
                "Booking", "BookingService", "BookingSQLite", "Checkout", "Cinema", "Files", "LiveChannel",
                "PaymentSimulator",
                "Payments", "Randomness", "Settings", "Tickets", "WebOrigin", "WebService", "Words", argumentParser,
                logging,
            ],
            swiftSettings: strict
        ),

        // Options of both programs that may also come from the environment.
        .target(
            name: "Settings",
            dependencies: [argumentParser, .product(name: "Configuration", package: "swift-configuration")],
            swiftSettings: strict
        ),

        // C libraries, each behind one small Swift type.
        .target(name: "CBilevelPNG", dependencies: ["CPNG"]),
        .systemLibrary(
            name: "CQRencode", pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]
        ),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]
        ),

        // The template engine alone, beside another one: see Benchmarks/README.md.
        .executableTarget(
            name: "templating-benchmark",
            dependencies: ["Templating", .product(name: "Mustache", package: "swift-mustache")],
            path: "Benchmarks/Templating",
            swiftSettings: strict
        ),

        // The pictures of tickets alone, beside the same in C.
        .executableTarget(
            name: "ticket-benchmark", dependencies: ["Tickets"], path: "Benchmarks/Tickets", swiftSettings: strict),

        .target(
            name: "TestSupport",
            dependencies: ["Booking", "Catalog", "Cinema", "Idempotency", "PaymentSimulator", "Payments", grdb],
            path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "TextTests", dependencies: ["Text"], exclude: ["folding.json"], swiftSettings: strict),
        .testTarget(
            name: "SearchTests",
            dependencies: ["CatalogImport", "Compression", "Search", "TestSupport", "Text"], swiftSettings: strict),
        .testTarget(
            name: "SQLiteSupportTests", dependencies: ["SQLiteSupport", "TestSupport", grdb], swiftSettings: strict),
        .testTarget(name: "WebOriginTests", dependencies: ["WebOrigin"], swiftSettings: strict),
        .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "CinemaTests", dependencies: ["Cinema"], swiftSettings: strict),
        .testTarget(
            name: "CatalogTests",
            dependencies: [
                "CZlib", "Catalog", "CatalogImport", "Cinema", "DemoCatalog", "Randomness", "TestSupport", "Text",
                grdb, .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        .testTarget(name: "SettingsTests", dependencies: ["Settings", argumentParser], swiftSettings: strict),
        .testTarget(name: "SyndicationTests", dependencies: ["Cinema", "Syndication"], swiftSettings: strict),
        .systemLibrary(
            name: "CBrotliDecoder", path: "Tests/CBrotliDecoder", pkgConfig: "libbrotlidec",
            providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]
        ),
        .testTarget(
            name: "CompressionTests", dependencies: ["CBrotliDecoder", "Compression", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: strict),
        .testTarget(name: "PicturesTests", dependencies: ["Pictures"], swiftSettings: strict),
        .testTarget(name: "PostersTests", dependencies: ["Posters"], swiftSettings: strict),
        .testTarget(
            name: "SiteCheckTests", dependencies: ["Markup", "SiteCheck", "SiteGen", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "TemplatingTests",
            dependencies: [
                "Templating", "TestSupport", "Words", .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: strict
        ),
        .testTarget(name: "WordsTests", dependencies: ["Cinema", "Words"], swiftSettings: strict),
        .testTarget(name: "SitePagesTests", dependencies: ["Cinema", "SitePages", "Words"], swiftSettings: strict),
        .testTarget(
            name: "SiteBuildTests", dependencies: ["SiteBuild", "TestSupport", "Words"], swiftSettings: strict),
        .testTarget(
            name: "SiteServeTests",
            dependencies: [
                "SiteServe", "TestSupport", hummingbird, .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "SiteGenTests",
            dependencies: [
                "BookingService", "Catalog", "CatalogImport", "Cinema", "DemoCatalog", "Files", "Randomness",
                "SiteBuild", "SiteCheck",
                "SiteGen", "SitePages", "SiteServe", "Templating", "TestSupport", "Words",
                grdb, hummingbird, .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            exclude: ["Golden"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "WebServiceTests",
            dependencies: [
                "Idempotency", "WebOrigin", "WebService", crypto, hummingbird, logging, metrics, serviceLifecycle,
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ] + nio,
            swiftSettings: strict),
        .testTarget(
            name: "LiveChannelTests",
            dependencies: [
                "LiveChannel", "WebService", logging, nioWebSocket,
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ] + nio,
            swiftSettings: strict),
        .testTarget(
            name: "BookingTests",
            dependencies: ["Booking", "BookingSQLite", "Cinema", "Idempotency", "Randomness", "TestSupport", grdb],
            exclude: ["Stores"],
            swiftSettings: strict),
        .target(name: "CPowerCut", path: "Tests/CPowerCut", linkerSettings: [.linkedLibrary("sqlite3")]),
        .testTarget(
            name: "SimulationTests",
            dependencies: [
                "Booking", "BookingSQLite", "CPowerCut", "Checkout", "Cinema", "Idempotency", "PaymentSimulator",
                "Payments", "Randomness", "TestSupport", logging,
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PaymentsTests",
            dependencies: ["Cinema", "PaymentSimulator", "Payments", "Randomness", "TestSupport", grdb],
            exclude: ["Ledgers"],
            swiftSettings: strict),
        .testTarget(
            name: "TicketsTests",
            dependencies: ["Files", "Tickets", crypto],
            swiftSettings: strict
        ),
        .testTarget(
            name: "BookingAPITests",
            dependencies: [
                "Booking", "BookingAPI", "BookingService", "BookingSQLite", "Catalog", "Checkout", "Cinema",
                "Idempotency", "LiveChannel", "PaymentSimulator", "Payments", "Randomness", "TestSupport", "Tickets",
                "WebOrigin",
                "WebService", "Words", argumentParser, grdb, hummingbird,
                logging, .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "Yams", package: "Yams"),
            ] + nio,
            swiftSettings: strict
        ),
    ]
)
