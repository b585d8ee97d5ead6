import Testing

@Suite("network-in-build")
struct NetworkInBuildTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("submodules", "%prep\n«git submodule update --init --recursive»"),
      RuleCase("the remote that the repository has", "%prep\n«git fetch origin»\n«git pull»"),
      RuleCase("an archive of another machine's", "%prep\n«git archive --remote=https://example.org/x HEAD» | tar -x"),
      RuleCase(
        "managers of dependencies", "%build\n«dep ensure»\n«glide install»\n«cargo fetch»\n«yarn --frozen-lockfile»\n«gem install fpm»"),
      RuleCase("the sources", "%prep\n«spectool -g -R hello.spec»"),
      RuleCase("curl", "%prep\n«curl -LO https://example.com/x.tar.gz»"),
      RuleCase("git", "%build\n«git clone https://example.com/x.git»"),
      RuleCase("npm and pip", "%build\n«npm ci»\n«pip3 install wheel»\n«python3 -m pip install wheel»"),
      RuleCase("in a substitution", "%build\nx=`«wget -qO- http://example.com/v»`"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("network-in-build") }

  @Test(
    "accepts",
    arguments: [
      RuleCase(
        "the machine itself",
        "%check\ncurl --unix-socket /run/d.sock http://d/version\ncurl http://localhost:8080/health\nwget http://127.0.0.1/x"),
      RuleCase(
        "paths", "%build\ngit clone ../x y\npip3 install --no-index .\npip install ./dist/x.whl\nnpm ci --offline\nnpm install --cache . x"),
      RuleCase("other uses", "%build\ncurl --version\ngit rev-parse HEAD\nnpm run build"),
      RuleCase("a transaction scriptlet", "%post\ncurl https://example.com/x"),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("network-in-build") }
}
