-- Writes a manuscript in headless Neovim with Caveat's snippet loaded, and puts what came of it into a JSON file.
local out = {}

local function client_of(buffer)
  for _, client in pairs(vim.lsp.buf_get_clients(buffer)) do return client end
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000) or {}
  for _, answer in pairs(answers) do return answer.result end
end

local function run()
  vim.cmd('edit draft.md')
  vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 50)
  out.diagnostics = vim.diagnostic.get(0)
  out.found = #out.diagnostics
  local encoding = client_of(0).offset_encoding

  vim.api.nvim_win_set_cursor(0, { 3, 2 })
  out.hover = ask('textDocument/hover', vim.lsp.util.make_position_params(0, encoding))

  local params = vim.lsp.util.make_range_params(0, encoding)
  local raw = out.diagnostics[1].user_data
  params.context = { diagnostics = { raw and raw.lsp and {
    range = {
      start = { line = out.diagnostics[1].lnum, character = out.diagnostics[1].col },
      ['end'] = { line = out.diagnostics[1].end_lnum, character = out.diagnostics[1].end_col },
    },
    message = out.diagnostics[1].message,
    source = out.diagnostics[1].source,
    code = raw.lsp.code,
    severity = out.diagnostics[1].severity,
    data = raw.lsp.data,
  } } }
  out.actions = ask('textDocument/codeAction', params)
  for _, action in ipairs(out.actions or {}) do
    if action.edit and action.title:lower():find('ignore') then
      vim.lsp.util.apply_workspace_edit(action.edit, encoding)
      out.applied = action.title
      break
    end
  end
  vim.wait(20000, function() return #vim.diagnostic.get(0) == 0 end, 50)
  out.left = #vim.diagnostic.get(0)
  out.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')

  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '', 'Allogeneic MSCs can provoke an immune response [@' })
  local last = vim.api.nvim_buf_line_count(0)
  vim.api.nvim_win_set_cursor(0, { last, #vim.fn.getline(last) })
  -- In normal mode the cursor stands on the last letter; what is meant is behind it.
  local place = vim.lsp.util.make_position_params(0, encoding)
  place.position.character = #vim.fn.getline(last)
  local list = ask('textDocument/completion', place) or {}
  out.completions = {}
  for _, item in ipairs(list.items or list) do table.insert(out.completions, item.label) end
end

local ok, failure = pcall(run)
if not ok then out.failure = tostring(failure) end
local file = assert(io.open(vim.env.CAVEAT_RESULT, 'w'))
file:write(vim.json and vim.json.encode(out) or vim.fn.json_encode(out))
file:close()
vim.cmd('qall!')
