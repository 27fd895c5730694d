package documenttest

import (
	"crypto/md5"
	"crypto/rc4"
	"encoding/binary"
	"fmt"
	"strings"
)

// lock encrypts a PDF with the standard security handler, revision 3, RC4 of 128 bits (ISO 32000-1, 7.6.3).
type lock struct{ key, owner, user []byte }

const (
	passwordPad = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"
	fileID      = "0123456789abcdef"
	permissions = 0xfffff0c0 // print nothing, copy nothing
)

// Encrypt makes it a PDF that opens with the user's password, or without one where that is "".
func (p *PDF) Encrypt(user, owner string) *PDF {
	l := &lock{}
	l.owner = scrambled(hashed([]byte(padded(owner))), []byte(padded(user)))
	seed := append([]byte(padded(user)), l.owner...)
	l.key = hashed(append(binary.LittleEndian.AppendUint32(seed, permissions), fileID...))
	check := md5.Sum([]byte(passwordPad + fileID))
	l.user = append(scrambled(l.key, check[:]), make([]byte, 16)...)
	p.lock = l
	return p
}

func padded(password string) string { return (password + passwordPad)[:32] }

// hashed is 51 rounds of MD5.
func hashed(b []byte) []byte {
	for range 51 {
		sum := md5.Sum(b)
		b = sum[:]
	}
	return b
}

// scrambled is RC4 with 20 keys, one after the other.
func scrambled(key, b []byte) []byte {
	b = append([]byte(nil), b...)
	for round := range 20 {
		k := make([]byte, len(key))
		for i := range key {
			k[i] = key[i] ^ byte(round)
		}
		cipher(k, b)
	}
	return b
}

func cipher(key, b []byte) {
	c, err := rc4.NewCipher(key)
	if err != nil {
		panic(err) // of the wrong length
	}
	c.XORKeyStream(b, b)
}

func (l *lock) entry() string {
	return fmt.Sprintf("<</Filter/Standard/V 2/R 3/Length 128/P %d/O<%x>/U<%x>>>", int32(-3904), l.owner, l.user)
}

// object encrypts the stream of an object, where it has one.
func (l *lock) object(o string, number int) string {
	head, rest, ok := strings.Cut(o, "stream\n")
	if l == nil || !ok {
		return o
	}
	content, tail := rest[:len(rest)-len("\nendstream")], rest[len(rest)-len("\nendstream"):]
	key := append([]byte(nil), l.key...)
	key = append(key, byte(number), byte(number>>8), byte(number>>16), 0, 0)
	sum := md5.Sum(key)
	b := []byte(content)
	cipher(sum[:], b)
	return head + "stream\n" + string(b) + tail
}
