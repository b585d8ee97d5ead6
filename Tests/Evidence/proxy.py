"""A Go proxy on the loopback interface that counts what it is asked for."""
import http.server
import os
import threading
import time


class CountingProxy:
    """Serves a folder; `with CountingProxy(folder) as proxy:` then `proxy.url`, and `proxy.counts()` since the last call."""

    def __init__(self, folder, latency=0.0, zip_latency=0.0):
        self.lock = threading.Lock()
        self.reset()
        proxy = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *arguments):
                pass

            def do_GET(self):
                path = os.path.normpath(folder + self.path)
                is_zip = path.endswith(".zip")
                with proxy.lock:
                    proxy.zips_in_flight += is_zip
                    proxy.most_zips = max(proxy.most_zips, proxy.zips_in_flight)
                time.sleep(latency + (zip_latency if is_zip else 0))
                data, status = b"not found\n", 404
                if path.startswith(folder) and os.path.isfile(path):
                    with open(path, "rb") as file:
                        data, status = file.read(), 200
                with proxy.lock:
                    proxy.requests += 1
                    proxy.zips += is_zip
                    proxy.bytes += len(data)
                    proxy.zips_in_flight -= is_zip
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

        class Server(http.server.ThreadingHTTPServer):
            def handle_error(self, request, client_address):
                """A go that has failed drops its connections: nothing to report."""

        self.server = Server(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def reset(self):
        self.requests = self.zips = self.bytes = self.zips_in_flight = self.most_zips = 0

    def counts(self):
        with self.lock:
            result = {"requests": self.requests, "zips": self.zips, "bytes": self.bytes, "at once": self.most_zips}
            self.reset()
        return result

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *exception):
        self.server.shutdown()
        self.server.server_close()
