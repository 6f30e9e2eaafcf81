/// A plain picture per theme, drawn by us: a ring, a coloured field and a simple sign. Nobody's logo.
package enum NationalPicture {
    /// The name of the file beside the definitions.
    package static func fileName(_ theme: NationalTheme?) -> String {
        "osaamismerkki-\(theme?.category ?? "muu").svg"
    }

    /// The drawing, small enough to travel inside every badge.
    package static func svg(_ theme: NationalTheme?) -> [UInt8] {
        let (dark, light, sign) = parts(theme)
        return Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512" role="img">\
            <title>\(title(theme))</title>\
            <circle cx="256" cy="256" r="240" fill="#fff" stroke="\(dark)" stroke-width="24"/>\
            <circle cx="256" cy="256" r="196" fill="\(light)"/>\
            <g fill="none" stroke="\(dark)" stroke-width="22" stroke-linecap="round" stroke-linejoin="round">\
            \(sign)</g></svg>

            """.utf8)
    }

    private static func title(_ theme: NationalTheme?) -> String {
        switch theme {
        case .digital: "Digitaidot"
        case .interaction: "Vuorovaikutus ja työhyvinvointi"
        case .sustainability: "Kestävä kehitys"
        case .text: "Tekstitaidot"
        case .numeracy: "Numero- ja taloustaidot"
        case .learning: "Oppimistaidot"
        case nil: "Osaamismerkki"
        }
    }

    /// Two colours, and the sign in lines.
    private static func parts(_ theme: NationalTheme?) -> (dark: String, light: String, sign: String) {
        switch theme {
        case .digital:
            (
                "#14487a", "#d6e8fa",
                #"<rect x="146" y="160" width="220" height="146" rx="14"/><path d="M256 306V352M196 352H316"/>"#
            )
        case .interaction:
            (
                "#8a2f4d", "#fbdfe8",
                #"<path d="M140 170H300V264H214L172 300V264H140Z"/><path d="M330 222H372V316H340V350L300 316H240"/>"#
            )
        case .sustainability:
            (
                "#1f5f36", "#daf2e0",
                #"<path d="M256 366V246M256 286Q160 286 160 176Q256 176 256 286M256 246Q256 160 350 160Q350 246 256 246"/>"#
            )
        case .text:
            (
                "#5a3f86", "#e9e1f7",
                #"<path d="M256 190Q206 156 146 170V340Q206 326 256 360Q306 326 366 340V170Q306 156 256 190V360"/>"#
            )
        case .numeracy:
            (
                "#7a5200", "#fdeec6",
                #"<rect x="166" y="146" width="180" height="220" rx="16"/><path d="M202 196H310M206 256H216M252 256H262M298 256H308M206 314H216M252 314H262M298 314H308"/>"#
            )
        case .learning:
            (
                "#0d6670", "#d3f1f3",
                #"<path d="M212 316Q164 276 170 226Q180 152 256 152Q332 152 342 226Q348 276 300 316V338H212ZM222 370H290"/>"#
            )
        case nil:
            (
                "#444c56", "#e9ecef",
                #"<path d="M256 156L286 226L362 232L304 280L322 354L256 314L190 354L208 280L150 232L226 226Z"/>"#
            )
        }
    }
}
