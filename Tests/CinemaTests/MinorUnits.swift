/// ISO 4217, list one ("current currency and funds"), as SIX published it on 1 January 2026: codes by their minor unit.
/// Typed out here once more, so that a slip in the program's own list is found.
enum MinorUnits {
    static let table: [(digits: Int, codes: [String])] = [
        (
            0,
            words(
                """
                BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF
                """)
        ),
        (
            2,
            words(
                """
                AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE \
                CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD \
                HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK \
                MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD \
                RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH \
                USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
                """)
        ),
        (
            3,
            words(
                """
                BHD IQD JOD KWD LYD OMR TND
                """)
        ),
        (
            4,
            words(
                """
                CLF UYW
                """)
        ),
    ]

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
