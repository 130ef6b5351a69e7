package value

// ReasonKind says what kind of thing keeps a value from being known.
type ReasonKind uint8

// The kinds; sentence says what the names of each are.
const (
	// NoReason: none is given.
	NoReason ReasonKind = iota
	// InWords: a clause of its own, about nothing that has a name.
	InWords
	Dependent
	DependsOnMachine
	DependsOnRun
	DependsOnServer
	DependsOnFile
	DependsOnRaised
	VariableUnsupplied
	VariableOutside
	VariableInherited
	VariablesGiven
	VariableNotSet
	VariableTooLong
	VariableUndecided
	ReferenceUnknown
	ReferenceUnsupplied
	BaseImageSets
	NotSet
	KeyMissing
	ElementMissing
	SetUndecided
	FileMissing
	IncludedMissing
	IncludedUnread
	FileNamedBy
	FileReadBy
	FileUnread
	EnvFileUnread
	IniFileUnread
	FileUnparsed
	FileLoadUndecided
	StatementUnparsed
	OptionMayStand
	ModuleMissing
	SettingsMissing
	ModuleMaySet
	StarMaySet
	ModuleUnset
	AllUnknown
	ModuleRaises
	LibraryGives
	LibraryMakes
	LibraryMaySet
	MadeEachStart
	NotFollowed
	CallNotFollowed
	BuiltinNotFollowed
	MethodNotFollowed
	MethodNotForText
	AttributeNotFollowed
	AttributeOfNotFollowed
	ParserNotFollowed
	ParserNotForDefault
	OptionNotFollowed
	TextNotFollowed
	MissingKeysNotFollowed
	MissingValuesNotFollowed
	MembersUnknown
	ArgumentsUnknown
	ClassByMetaclass
	ClassByDecorator
	ClassInherits
	ClassMakesObjects
	ConfigurationMissing
	NameUndefined
	Raises
)

// A sentence is how a kind is told.
type sentence struct {
	// text has "{}" where a name goes, and "{, }" where all that are left go.
	text string
	// depends is set where the value is one of several, and this decides: the text stands after "it depends on".
	depends bool
}

// sentence returns how the kind is told: the only place that knows how reasons are worded.
func (k ReasonKind) sentence() sentence {
	return [...]sentence{
		NoReason:                 {},
		InWords:                  {text: "{}"},
		Dependent:                {text: "{}", depends: true},
		DependsOnMachine:         {text: "the machine: {}()", depends: true},
		DependsOnRun:             {text: "how the process is run: {}()", depends: true},
		DependsOnServer:          {text: "what is on the server: {}", depends: true},
		DependsOnFile:            {text: "whether {} is on the server", depends: true},
		DependsOnRaised:          {text: "whether { or } is raised", depends: true},
		VariableUnsupplied:       {text: "it comes from {}, which no file in the repository supplies"},
		VariableOutside:          {text: "it comes from {}, which no file supplies"},
		VariableInherited:        {text: "it comes from {} in the environment"},
		VariablesGiven:           {text: "it comes from {, }, which whoever starts it must give"},
		VariableNotSet:           {text: "the variable {} is not set"},
		VariableTooLong:          {text: "the variable {} is longer than is followed"},
		VariableUndecided:        {text: "{} is set in the code under a condition that is not decided here"},
		ReferenceUnknown:         {text: "it refers to {}, whose value is not known"},
		ReferenceUnsupplied:      {text: "it refers to {}, which nothing supplies"},
		BaseImageSets:            {text: "the base image sets {}"},
		NotSet:                   {text: "{} is not set"},
		KeyMissing:               {text: "it has no {}"},
		ElementMissing:           {text: "it has no element {}"},
		SetUndecided:             {text: "whether {} is set is not decided here"},
		FileMissing:              {text: "it is read from {}, which is not in the repository"},
		IncludedMissing:          {text: "the file {} is not in the repository"},
		IncludedUnread:           {text: "the files that {} names are not followed"},
		FileNamedBy:              {text: "it is read from the file that {} names"},
		FileReadBy:               {text: "it is read from {} by {}, which is not followed"},
		FileUnread:               {text: "{} cannot be read"},
		EnvFileUnread:            {text: "{} cannot be read as an env file"},
		IniFileUnread:            {text: "{} is not in the form that ConfigParser reads"},
		FileUnparsed:             {text: "{} does not parse"},
		FileLoadUndecided:        {text: "whether {} is loaded is not decided here"},
		StatementUnparsed:        {text: "a statement at line {} of {} does not parse and may set it"},
		OptionMayStand:           {text: "it may stand in {}, which is not known"},
		ModuleMissing:            {text: "the module {} is not in the repository"},
		SettingsMissing:          {text: "the settings module {} is not in the repository"},
		ModuleMaySet:             {text: "the module {}, which may set it, is not in the repository"},
		StarMaySet:               {text: "from {} import * may set it, and {} is not in the repository"},
		ModuleUnset:              {text: "the module {} does not set it where it is read"},
		AllUnknown:               {text: "the __all__ of {} is not known"},
		ModuleRaises:             {text: "the module raises {}"},
		LibraryGives:             {text: "it comes from {}, whose code is not read"},
		LibraryMakes:             {text: "it is made by {}, whose code is not read"},
		LibraryMaySet:            {text: "it may come from {}, whose code is not read"},
		MadeEachStart:            {text: "it is made anew at each start by {}()"},
		NotFollowed:              {text: "{} is not followed"},
		CallNotFollowed:          {text: "the call of {} is not followed"},
		BuiltinNotFollowed:       {text: "the builtin {} is not followed"},
		MethodNotFollowed:        {text: "the method {} of {} is not followed"},
		MethodNotForText:         {text: "the method {} is not followed for this text"},
		AttributeNotFollowed:     {text: "the attribute {} is not followed"},
		AttributeOfNotFollowed:   {text: "the attribute {} of {} is not followed"},
		ParserNotFollowed:        {text: "the parser {} of environs is not followed"},
		ParserNotForDefault:      {text: "the parser {} is not followed for this default"},
		OptionNotFollowed:        {text: "the option {} of pydantic is not followed"},
		TextNotFollowed:          {text: "the text of a {} is not followed"},
		MissingKeysNotFollowed:   {text: "the missing keys of a {} are not followed"},
		MissingValuesNotFollowed: {text: "the missing values of {} are not followed"},
		MembersUnknown:           {text: "the members of {} are not known"},
		ArgumentsUnknown:         {text: "the arguments of {} are not known"},
		ClassByMetaclass:         {text: "the class {} is made by a metaclass, which is not followed"},
		ClassByDecorator:         {text: "the class {} is changed by a decorator, which is not followed"},
		ClassInherits:            {text: "the class {} inherits from {}, whose code is not read"},
		ClassMakesObjects:        {text: "the class {} makes its objects in its own way"},
		ConfigurationMissing:     {text: "DJANGO_CONFIGURATION names {}, which is no configuration of the module"},
		NameUndefined:            {text: "the name {} is not defined"},
		Raises:                   {text: "evaluating it raises {}"},
	}[k]
}
