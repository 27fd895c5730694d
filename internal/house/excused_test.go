package house

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// excused reports whether something around the literal shows that no user reads it: it is translated beside its
// twin, meant for the log, or compared with what somebody typed.
func (s source) excused(child ast.Node, stack []ast.Node) bool {
	for i := len(stack) - 1; i >= 0; i-- {
		switch n := stack[i].(type) {
		case *ast.ImportSpec, *ast.Field, *ast.CaseClause:
			return !isBody(n, child)
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				return true
			}
		case *ast.IndexExpr:
			return true
		case *ast.RangeStmt:
			if n.X == child && onlyRead(n) {
				return true
			}
		case *ast.KeyValueExpr:
			key, ok := n.Key.(*ast.Ident)
			if n.Key == child || ok && (key.Name == "Words" || key.Name == "Also" || key.Name == "Help") {
				return true
			}
		case *ast.CallExpr:
			if unseenCall(n) {
				return true
			}
		case *ast.GenDecl:
			if typed(n.Doc) {
				return true
			}
		case *ast.ValueSpec:
			if typed(n.Doc) {
				return true
			}
		case *ast.FuncDecl:
			return typed(n.Doc)
		}
		child = stack[i]
	}
	return false
}

// onlyRead reports whether a loop does nothing with its words but compare them with what somebody wrote.
func onlyRead(loop *ast.RangeStmt) bool {
	v, ok := loop.Value.(*ast.Ident)
	if !ok {
		return false
	}
	uses, reads := 0, 0
	isWord := func(x ast.Expr) bool {
		id, ok := x.(*ast.Ident)
		return ok && id.Name == v.Name
	}
	ast.Inspect(loop.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if n.Name == v.Name {
				uses++
			}
		case *ast.CallExpr:
			if slices.Contains(readingCalls, callee(n)) && slices.ContainsFunc(n.Args, isWord) {
				reads++
			}
		case *ast.BinaryExpr:
			if n.Op == token.EQL && (isWord(n.X) || isWord(n.Y)) {
				reads++
			}
		}
		return true
	})
	return uses > 0 && uses == reads
}

// isBody reports whether child is a statement of a case, not one of the values it is for.
func isBody(n, child ast.Node) bool {
	c, ok := n.(*ast.CaseClause)
	return ok && slices.ContainsFunc(c.Body, func(st ast.Stmt) bool { return st == child })
}

func unseenCall(c *ast.CallExpr) bool {
	name := callee(c)
	pkg, method, _ := strings.Cut(name, ".")
	if method == "" {
		method = name
	}
	return slices.Contains(unseenPackages, pkg) || slices.Contains(unseenCalls, name) || slices.Contains(readingCalls, name) ||
		slices.Contains(unseenMethods, method)
}

// typed reports whether a declaration is marked as words that people type.
func typed(doc *ast.CommentGroup) bool {
	return doc != nil && slices.ContainsFunc(doc.List, func(c *ast.Comment) bool { return c.Text == "//house:typed" })
}
