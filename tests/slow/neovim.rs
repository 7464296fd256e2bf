//! The language server in an editor: neovim, without a screen.
#![allow(clippy::unwrap_used, clippy::print_stderr)] // a test may fail where it stands, or say what it left out

use std::fs;
use std::process::Command;

/// What neovim does with the server, and says of it line by line.
const SCRIPT: &str = r#"
local attache, folder = arg[1], arg[2]
local function say(...) io.stdout:write(table.concat({ ... }, " "), "\n") end
local function wait(what, done)
  if not vim.wait(30000, done, 20) then
    say("no", what)
    os.exit(1)
  end
end

vim.cmd.edit(folder .. "/sections/harbour.yaml")
local buffer = vim.api.nvim_get_current_buf()
local client = assert(vim.lsp.start({
  name = "attache",
  cmd = { attache, "lsp" },
  root_dir = folder,
}, { bufnr = buffer }))

local function told()
  local all = vim.diagnostic.get(buffer)
  table.sort(all, function(a, b) return a.lnum < b.lnum end)
  for _, one in ipairs(all) do say("fault", one.lnum, one.col, one.code) end
end
wait("fault", function() return #vim.diagnostic.get(buffer) == 1 end)
told()

local function ask(method, line, column, more)
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    position = { line = line, character = column },
  }
  params = vim.tbl_extend("force", params, more or {})
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 30000)
  return answers[client].result
end

say("hover", vim.split(ask("textDocument/hover", 2, 20).contents.value, "\n")[1])
for _, one in ipairs(ask("textDocument/definition", 2, 20)) do
  say("defined", vim.fs.basename(one.uri), one.range.start.line)
end

-- What is not saved counts.
vim.api.nvim_buf_set_lines(buffer, 3, 4, true, { "    sources: [" })
local items = ask("textDocument/completion", 3, 14).items
say("offered", items[1].textEdit.newText, items[1].detail)
vim.api.nvim_buf_set_lines(buffer, 3, 4, true, { "    sources: [log]" })
wait("mended", function() return #vim.diagnostic.get(buffer) == 0 end)

-- A misspelt key is mended by the action that is offered.
vim.api.nvim_buf_set_lines(buffer, 0, 1, true, { "titel: The harbour" })
wait("key", function() return #vim.diagnostic.get(buffer) == 1 end)
told()
local all = { start = { line = 0, character = 0 }, ["end"] = { line = 0, character = 5 } }
local actions = ask("textDocument/codeAction", 0, 0, { range = all, context = { diagnostics = {} } })
say("action", actions[1].title)
vim.lsp.util.apply_workspace_edit(actions[1].edit, "utf-8")
wait("mended", function() return #vim.diagnostic.get(buffer) == 0 end)

local edit = ask("textDocument/rename", 2, 20, { newName = "captain" })
vim.lsp.util.apply_workspace_edit(edit, "utf-8")
wait("renamed", function() return #vim.diagnostic.get(buffer) == 0 end)
say("text", vim.api.nvim_buf_get_lines(buffer, 2, 3, true)[1])
local actors = vim.fn.bufnr(folder .. "/actors.yaml")
say("actors", vim.api.nvim_buf_get_lines(actors, 1, 2, true)[1])
local hints = ask("textDocument/inlayHint", 0, 0, {
  range = { start = { line = 0, character = 0 }, ["end"] = { line = 9, character = 0 } },
})
say("hint", hints[1].label)

vim.lsp.stop_client(client)
wait("end", function() return vim.lsp.client_is_stopped(client) end)
"#;

const SAID: &str = "\
fault 3 14 reference
hover ### Kim Harbour
defined actors.yaml 1
offered log Log of the harbour
fault 0 0 unknown-key
action write `title`
text   - text: Here is [김](actor:captain).
actors   - {id: captain, name: Kim Harbour}
hint Log of the harbour
";

/// Whether there is a neovim that has all that is asked of it here.
fn has_neovim() -> bool {
    let Ok(done) = Command::new("nvim").arg("--version").output() else { return false };
    let said = String::from_utf8_lossy(&done.stdout);
    let number = said.strip_prefix("NVIM v0.").and_then(|rest| rest.split('.').next());
    number.and_then(|number| number.parse::<u32>().ok()).is_some_and(|number| number >= 10)
}

#[test]
fn neovim_is_told_completes_mends_and_renames() {
    if !has_neovim() {
        eprintln!("left out: there is no neovim of 0.10 or later");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let write = |inner: &str, text: &str| {
        let path = folder.path().join(inner);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("briefing.yaml", "format: 1\ntitle: Ports\nsections: [harbour]\n");
    write("actors.yaml", "actors:\n  - {id: kim, name: Kim Harbour}\n");
    write("sources.yaml", "sources:\n  - {id: log, title: Log of the harbour}\n");
    write(
        "sections/harbour.yaml",
        "title: The harbour\nbody:\n  - text: Here is [김](actor:kim).\n    sources: [lag]\n",
    );
    write("script.lua", SCRIPT);
    let done = Command::new("nvim")
        .args(["--headless", "--clean", "-l"])
        .arg(folder.path().join("script.lua"))
        .arg(env!("CARGO_BIN_EXE_attache"))
        .arg(folder.path())
        .env("XDG_STATE_HOME", folder.path().join("state"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stdout).replace('\r', "");
    assert_eq!(said, SAID, "{}", String::from_utf8_lossy(&done.stderr));
}
