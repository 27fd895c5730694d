package register

import (
	"context"
	"fmt"
	"math/bits"
	"strconv"

	"samspil/internal/crm"
)

// numbers is a set of CVR numbers, a bit for each of the hundred million there may be: 12.5 MB.
type numbers struct {
	bits  [100_000_000/64 + 1]uint64
	count int
}

func (n *numbers) add(cvr string) {
	if i, err := strconv.Atoi(cvr); err == nil && len(cvr) == 8 && i >= 0 && n.bits[i/64]&(1<<(i%64)) == 0 {
		n.bits[i/64] |= 1 << (i % 64)
		n.count++
	}
}

// without gives the numbers that are not in the other set.
func (n *numbers) without(o *numbers) (list []string) {
	for i, word := range n.bits {
		for word &^= o.bits[i]; word != 0; word &= word - 1 {
			list = append(list, fmt.Sprintf("%08d", i*64+bits.TrailingZeros64(word)))
		}
	}
	return list
}

// registered is the numbers of the companies that the register has as living.
func registered(ctx context.Context, target Target) (*numbers, error) {
	all := new(numbers)
	err := target.EachRegistered(ctx, func(cvr string) error {
		all.add(cvr)
		return nil
	})
	return all, err
}

// bigEnough makes sure, before anything is saved, that a file may be the whole register by the number of its lines.
func (f *fileImport) bigEnough(ctx context.Context, lines int64) error {
	if !f.o.Replace || f.o.Force {
		return nil
	}
	all, err := registered(ctx, f.target)
	if err == nil && lines*100 < int64(all.count)*smallest {
		err = crm.Errorf(crm.Invalid, errMuchSmaller, lines, all.count)
	}
	return err
}

// endOthers ends the companies that the file does not have, unless these are so many that the file must be a part of the
// register only.
func (f *fileImport) endOthers(ctx context.Context, im crm.RegisterImport) (crm.RegisterImport, error) {
	all, err := registered(ctx, f.target)
	if err != nil {
		return im, err
	}
	gone := all.without(f.seen)
	if !f.o.Force && len(gone)*100 > all.count*(100-smallest) {
		return im, crm.Errorf(crm.Invalid, errManyGone, len(gone), all.count)
	}
	for len(gone) > 0 {
		n := min(importBatch, len(gone))
		if im, err = f.target.EndCompanies(ctx, im, gone[:n], f.o.Now()); err != nil {
			return im, err
		}
		gone = gone[n:]
	}
	return im, nil
}
