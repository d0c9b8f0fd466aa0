-- Caveat in Neovim 0.7 or newer: put this into init.lua, or into a file that init.lua requires.
local manuscripts = { 'markdown', 'quarto', 'rmd', 'tex', 'plaintex' }
-- What Caveat calls the formats that Vim calls otherwise.
local names = { tex = 'latex', plaintex = 'tex' }

vim.api.nvim_create_autocmd('FileType', {
  pattern = manuscripts,
  callback = function(event)
    local near = { '.caveatrc.yaml', '.git' }
    local found = vim.fs and vim.fs.find(near, { upward = true, path = vim.fs.dirname(event.file) })[1]
    local config = {
      name = 'caveat',
      cmd = { 'caveat', 'lsp', '--stdio' },
      root_dir = found and vim.fs.dirname(found) or vim.fn.getcwd(),
      get_language_id = function(_, filetype) return names[filetype] or filetype end,
      settings = { caveat = { enable = 'auto' } },
    }
    if vim.lsp.start then
      vim.lsp.start(config)
    else
      -- Before Neovim 0.8.
      vim.g.caveat_client = vim.g.caveat_client or vim.lsp.start_client(config)
      vim.lsp.buf_attach_client(event.buf, vim.g.caveat_client)
    end
    vim.bo[event.buf].omnifunc = 'v:lua.vim.lsp.omnifunc'
  end,
})
