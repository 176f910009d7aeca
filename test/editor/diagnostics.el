;;; An independent client: opens the draft in Emacs with the settings given, and writes its diagnostics as JSON, with
;;; positions counted as the Language Server Protocol does.  Use: emacs -Q --batch -l diagnostics.el SETTINGS DRAFT

(require 'flymake)

(defun lsp-position (at)
  "The line and the UTF-16 unit of the character AT."
  (save-excursion
    (goto-char at)
    (list :line (1- (line-number-at-pos))
          :character (/ (length (encode-coding-string (buffer-substring-no-properties (pos-bol) at) 'utf-16le)) 2))))

(defun finding (diagnostic)
  "What Flymake shows of DIAGNOSTIC; the rule and the message are not apart there, and come from the server's words."
  (let ((said (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))))
    (list :rule (plist-get said :code)
          :level (alist-get (flymake-diagnostic-type diagnostic)
                            '((eglot-error . "error") (eglot-warning . "warning") (eglot-note . "info")))
          :message (plist-get said :message)
          :range (list :start (lsp-position (flymake-diagnostic-beg diagnostic))
                       :end (lsp-position (flymake-diagnostic-end diagnostic))))))

(pcase-let ((`(,settings ,draft) command-line-args-left)
            (deadline (time-add nil 30)))
  (setq command-line-args-left nil)
  ;; The tests say nothing of how packages are found.
  (add-to-list 'load-path (car (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/markdown-mode-*")))
  (autoload 'markdown-mode "markdown-mode")
  (add-to-list 'auto-mode-alist '("\\.md\\'" . markdown-mode))
  (load settings nil t)
  (find-file draft)
  ;; Eglot starts at the end of the command that has opened the file; there are no commands here.
  (run-hooks 'post-command-hook)
  (while (and (null (flymake-diagnostics)) (time-less-p nil deadline))
    (accept-process-output nil 0.1))
  (unless (flymake-diagnostics) (error "No diagnostic within 30 seconds"))
  (princ (decode-coding-string (json-serialize (vconcat (mapcar #'finding (flymake-diagnostics)))) 'utf-8)))
