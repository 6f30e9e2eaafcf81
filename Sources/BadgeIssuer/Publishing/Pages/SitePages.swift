import BadgeDefinitions
import Encodings

/// All pages of a site: for people, without scripts, in each language that a thing is described in.
struct SitePages {
    static let pageName = "index.html"

    let content: SiteContent

    typealias File = AchievementDocuments.File

    /// The front pages. Somebody may have one of their own in their place.
    var frontPages: [File] {
        pages("", content.languages) { FrontPage(context: $0).document }
    }

    /// The pages of every version of every badge and pathway, and the stylesheet.
    var innerPages: [File] {
        var files = [File(path: Stylesheet.path, bytes: Stylesheet.bytes)]
        for badge in content.badges {
            files += pages(badge.folder, badge.languages) { BadgePage(context: $0, badge: badge).document }
        }
        for pathway in content.pathways {
            files += pages(content.folder(of: pathway), content.languages(of: pathway)) {
                PathwayPage(context: $0, pathway: pathway).document
            }
        }
        return files
    }

    /// One page in the main language in the folder itself, and one per language in a folder of its own.
    private func pages(_ folder: String, _ languages: PageLanguages, _ render: (PageContext) -> [UInt8]) -> [File] {
        func page(_ language: PageLanguage, in folder: String) -> File {
            let context = PageContext(site: content, language: language, folder: folder)
            return File(path: SitePath.join(folder, Self.pageName), bytes: render(context))
        }
        return [page(languages.main, in: folder)]
            + languages.all.map { page($0, in: SitePath.join(folder, $0.code)) }
    }
}
