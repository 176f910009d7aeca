-- An independent client: opens arg[2] in Neovim with the settings arg[1], and writes its diagnostics as JSON, with
-- positions counted as the Language Server Protocol does.
local settings, path = arg[1], arg[2]
dofile(settings)

vim.cmd.edit(vim.fn.fnameescape(path))
local buffer = vim.api.nvim_get_current_buf()
local answered = false
vim.api.nvim_create_autocmd('DiagnosticChanged', {
  buffer = buffer,
  callback = function()
    answered = true
  end,
})
vim.bo.filetype = 'markdown'
if not vim.wait(30000, function() return answered end, 10) then
  io.stderr:write('no diagnostic within 30 seconds\n')
  os.exit(1)
end

-- Neovim counts bytes; the protocol counts UTF-16 units.
local function position(line, byte)
  local text = vim.api.nvim_buf_get_lines(buffer, line, line + 1, false)[1] or ''
  local _, utf16 = vim.str_utfindex(text, math.min(byte, #text))
  return { line = line, character = utf16 }
end

local findings = {}
for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
  table.insert(findings, {
    rule = diagnostic.code,
    level = ({ 'error', 'warning', 'info', 'info' })[diagnostic.severity],
    message = diagnostic.message,
    range = {
      start = position(diagnostic.lnum, diagnostic.col),
      ['end'] = position(diagnostic.end_lnum, diagnostic.end_col),
    },
  })
end
io.stdout:write(vim.json.encode(findings))
vim.cmd('qall!')
