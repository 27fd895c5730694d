// Package pdf reads PDF with PDFium, which runs as WebAssembly: it can reach neither files, network nor the memory
// of this process, and has a memory of its own with an upper bound. Only the child process needs it (see document.Reader).
package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// memoryPages is the most memory PDFium may have, in pages of 64 KiB: 256 MiB.
const memoryPages = 4096

// instanceWait is how long starting PDFium may take once it is compiled.
const instanceWait = 30 * time.Second

// engine is PDFium, ready.
type engine struct {
	pdfium.Pdfium
	pool  pdfium.Pool
	cache wazero.CompilationCache

	looked   int // objects, of all pages
	measured int // spaces, of all pages
}

// start compiles PDFium (5 to 6 seconds of processor time), or takes what was compiled before from the folder, as
// machine code: the folder must be one that nobody else can write to. Where the folder is "", or what it holds is of
// no use, PDFium is compiled.
func start(ctx context.Context, folder string) (*engine, error) {
	if folder != "" {
		cache, err := wazero.NewCompilationCacheWithDir(folder)
		if err == nil {
			if e, err := startWith(ctx, settings().WithCompilationCache(cache)); err == nil {
				e.cache = cache
				return e, nil
			}
			cache.Close(ctx)
		}
	}
	return startWith(ctx, settings())
}

// settings must name exception handling, which PDFium's module needs and no set of features includes yet.
func settings() wazero.RuntimeConfig {
	return wazero.NewRuntimeConfig().WithMemoryLimitPages(memoryPages).
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
}

func startWith(ctx context.Context, config wazero.RuntimeConfig) (*engine, error) {
	pool, err := webassembly.Init(webassembly.Config{
		Context: ctx, MinIdle: 1, MaxIdle: 1, MaxTotal: 1, RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), // none at all: without a value it would be the whole disk
		Stdout:   io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("pdf: PDFium cannot be compiled: %w", err)
	}
	instance, err := pool.GetInstance(instanceWait)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("pdf: PDFium does not start: %w", err), pool.Close())
	}
	return &engine{Pdfium: instance, pool: pool}, nil
}

func (e *engine) close(ctx context.Context) error {
	err := errors.Join(e.Pdfium.Close(), e.pool.Close())
	if e.cache != nil {
		err = errors.Join(err, e.cache.Close(ctx))
	}
	return err
}

// Warm puts the compiled PDFium into the folder, so that the first file need not wait for it.
func Warm(ctx context.Context, folder string) error {
	e, err := start(ctx, folder)
	if err != nil {
		return err
	}
	return e.close(ctx)
}
