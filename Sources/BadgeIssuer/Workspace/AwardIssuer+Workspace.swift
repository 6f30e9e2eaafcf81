extension AwardIssuer {
    /// The issuer that a workspace's settings describe.
    package init(_ settings: WorkspaceSettings) {
        let identity = IssuerIdentity(settings)
        self.init(
            mainLanguage: settings.mainLanguage, profile: { identity.profile(in: $0) },
            statusListID: { settings.statusListID($0) })
    }
}

extension IssuerKeys {
    /// What signs credentials of a format with these keys.
    ///
    /// - Throws: `WorkspaceError` `workspace.key-missing`.
    package func securer(for format: AwardRecord.Format) throws(WorkspaceError) -> CredentialSecurer {
        switch format {
        case .json: return .dataIntegrity(try dataIntegrityKey())
        case .jwt:
            let (key, algorithm) = try jwtKey()
            return .jwt(key, algorithm: algorithm)
        }
    }
}

extension IssuerKeys.Uses {
    /// What awarding in a format needs.
    package static func awarding(_ format: AwardRecord.Format) -> IssuerKeys.Uses {
        format == .json ? .dataIntegrity : .jwt
    }
}
