import Encodings
import Foundation
import Glibc

/// A web server of this machine's own, by https, that can be as good or as bad as a test needs.
///
/// It serves the files of its folder `www`, and some addresses that misbehave. Its certificates are made by an
/// authority of its own. It ends with the last reference, or with the tests.
public final class WebServer: Sendable {
    public let folder: ScratchFolder
    private let child: pid_t
    private let ports: [String: Int]

    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    /// One request, as it arrived.
    public struct Request: Sendable {
        public let path: String
        public let port: Int
        public let headers: [String: String]
    }

    /// Another server behind each name: `good`, `second`, `other-name`, `expired`, `unknown`, `plain`.
    public func port(_ name: String = "good") -> Int { ports[name] ?? 0 }
    public func url(_ path: String, of name: String = "good") -> String { "https://localhost:\(port(name))\(path)" }
    /// The certificate of the authority that the good ones come from.
    public var authority: String { folder.path(of: "authority.pem") }

    /// Whether there is what it is made with.
    public static let isAvailable: Bool =
        ["python3", "openssl"].allSatisfy { tool in
            (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
                access("\($0)/\(tool)", X_OK) == 0
            }
        }

    public init() throws {
        let folder = try ScratchFolder()
        self.folder = folder
        let script = try folder.write("server.py", Self.script)
        child = try Self.start(["python3", script, folder.path], errors: folder.path(of: "errors.txt"))
        let due = ContinuousClock.now + .seconds(60)
        while !folder.exists("ports.json") {
            guard ContinuousClock.now < due, kill(child, 0) == 0 else {
                throw Failure(description: "no server: \((try? folder.text("errors.txt")) ?? "")")
            }
            usleep(20_000)
        }
        let found = try JSONParser.parse(try folder.read("ports.json")).objectValue ?? [:]
        ports = Dictionary(
            uniqueKeysWithValues: found.members.map { ($0.name, Int($0.value.numberValue?.double ?? 0)) })
    }

    deinit { stop() }

    /// Ends it; nobody takes connections any more.
    public func stop() {
        kill(child, SIGKILL)
        var status: Int32 = 0
        waitpid(child, &status, 0)
    }

    /// Puts a file, or a folder of them, where the server finds it.
    public func publish(_ path: String, as name: String) throws {
        let place = folder.path(of: "www/\(name)")
        try? FileManager.default.removeItem(atPath: place)
        try FileManager.default.copyItem(atPath: path, toPath: place)
    }

    /// What was asked so far.
    public func requests() throws -> [Request] {
        guard folder.exists("requests.jsonl") else { return [] }
        return try folder.text("requests.jsonl").split(separator: "\n").map { line in
            let json = try JSONParser.parse(Array(line.utf8))
            let headers = json["headers"]?.objectValue ?? [:]
            return Request(
                path: json["path"]?.stringValue ?? "", port: Int(json["port"]?.numberValue?.double ?? 0),
                headers: Dictionary(
                    headers.members.map { ($0.name.lowercased(), $0.value.stringValue ?? "") }, uniquingKeysWith: { $1 }
                ))
        }
    }

    private static func start(_ words: [String], errors: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT, 0o600)
        let arguments = words.map { strdup($0) } + [nil]
        let settings = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + settings { free(text) } }
        var child: pid_t = 0
        let number = posix_spawnp(&child, words[0], &actions, nil, arguments, settings)
        guard number == 0 else { throw Failure(description: String(cString: strerror(number))) }
        return child
    }

    private static let script = #"""
        import gzip, http.server, json, os, ssl, subprocess, sys, threading, time

        folder = sys.argv[1]
        parent = os.getppid()
        os.chdir(folder)
        os.makedirs("www", exist_ok=True)


        def openssl(*arguments):
            subprocess.run(["openssl", *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


        def authority(name):
            openssl(
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3650",
                "-subj", "/CN=" + name, "-keyout", name + ".key", "-out", name + ".pem")


        def certificate(name, of, alternatives, *dates):
            with open(name + ".ext", "w") as file:
                file.write("subjectAltName=" + alternatives + "\n")
            openssl(
                "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=" + name,
                "-keyout", name + ".key", "-out", name + ".csr")
            days = dates or ("-days", "3650")
            openssl(
                "x509", "-req", "-in", name + ".csr", "-CA", of + ".pem", "-CAkey", of + ".key", "-CAcreateserial",
                "-extfile", name + ".ext", *days, "-out", name + ".crt")


        authority("authority")
        authority("stranger")
        local = "DNS:localhost,IP:127.0.0.1"
        certificate("good", "authority", local)
        certificate("other-name", "authority", "DNS:school.example")
        certificate("expired", "authority", local, "-days", "-1")
        certificate("unknown", "stranger", local)

        ports = {}
        lock = threading.Lock()


        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *arguments):
                pass

            def answer(self, status, headers, body=b""):
                self.send_response(status)
                for name, value in headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def endless(self, headers, chunk, pause):
                self.send_response(200)
                for name, value in headers:
                    self.send_header(name, value)
                self.send_header("Connection", "close")
                self.end_headers()
                self.close_connection = True
                for _ in range(100000):
                    self.wfile.write(chunk)
                    self.wfile.flush()
                    if pause:
                        time.sleep(pause)

            def do_GET(self):
                with lock, open("requests.jsonl", "a") as log:
                    log.write(json.dumps({"path": self.path, "port": self.server.server_port, "headers": dict(self.headers)}) + "\n")
                try:
                    self.serve(self.path)
                except OSError:
                    self.close_connection = True

            def serve(self, path):
                here = "https://localhost:%d" % ports["good"]
                moves = {
                    "/moved": here + "/document", "/moved-within": "/document", "/moved-away": "https://127.0.0.1:%d/document" % ports["good"],
                    "/moved-port": "https://localhost:%d/document" % ports["second"], "/moved-http": "http://localhost:%d/document" % ports["plain"],
                    "/moved-file": "file:///etc/passwd", "/loop": here + "/loop", "/moved-odd": "//127.0.0.1/document",
                }
                if path in moves:
                    self.answer(302, [("Location", moves[path])])
                elif path == "/document":
                    self.answer(200, [("Content-Type", "application/json"), ("Set-Cookie", "who=me")], b'{"here":true}')
                elif path == "/kept":
                    self.answer(200, [("Cache-Control", "public, max-age=60")], b"{}")
                elif path == "/not-kept":
                    self.answer(200, [("Cache-Control", "no-store")], b"{}")
                elif path == "/endless":
                    self.endless([], b"x" * 65536, 0)
                elif path == "/long":
                    self.answer(200, [], b"x" * (3 << 20))
                elif path == "/drip":
                    self.endless([], b"x", 0.2)
                elif path == "/silent":
                    time.sleep(60)
                elif path == "/headers":
                    self.endless([("X-%d" % n, "y" * 1000) for n in range(90)], b"", 0)
                elif path == "/compressed":
                    self.answer(200, [("Content-Encoding", "gzip")], gzip.compress(b"0" * (1 << 26)))
                elif path == "/broken":
                    self.send_response(200)
                    self.send_header("Content-Length", "100")
                    self.end_headers()
                    self.wfile.write(b"{")
                    self.close_connection = True
                elif path == "/gone":
                    self.answer(410, [])
                else:
                    file = os.path.normpath("www/" + path.split("?")[0])
                    if file.startswith("www/") and os.path.isfile(file):
                        with open(file, "rb") as content:
                            self.answer(200, [("Content-Type", "application/json")], content.read())
                    else:
                        self.answer(404, [], b"nothing here")


        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *arguments):
                pass


        def start(name, certificate):
            server = Server(("127.0.0.1", 0), Handler)
            if certificate:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(certificate + ".crt", certificate + ".key")
                server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
            ports[name] = server.server_port
            threading.Thread(target=server.serve_forever, daemon=True).start()


        for name, of in [("good", "good"), ("second", "good"), ("other-name", "other-name"), ("expired", "expired"), ("unknown", "unknown"), ("plain", None)]:
            start(name, of)
        with open("ports.new", "w") as file:
            json.dump(ports, file)
        os.rename("ports.new", "ports.json")
        while os.getppid() == parent:
            time.sleep(0.5)
        """#
}
