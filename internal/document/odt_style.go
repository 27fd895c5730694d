package document

import "encoding/xml"

// odfStyles collects the looks of named styles, from styles.xml and from the beginning of content.xml.
type odfStyles struct {
	all  map[string]looks
	name string
}

func (s *odfStyles) start(local string, attrs []xml.Attr) error {
	switch local {
	case "style":
		s.name = attr(attrs, "name")
		if len(s.all) < mostParts {
			s.all[s.name] = s.all[attr(attrs, "parent-style-name")]
		}
	case "text-properties", "paragraph-properties", "table-cell-properties":
		if look, ok := s.all[s.name]; ok && s.name != "" {
			for _, a := range attrs {
				look.style(a.Name.Local, a.Value)
			}
			s.all[s.name] = look
		}
	}
	return nil
}

func (s *odfStyles) end(local string) error {
	if local == "style" {
		s.name = ""
	}
	return nil
}

func (s *odfStyles) chars([]byte) error { return nil }
